using BounceBoard.Core.SendingRoutes;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>A route for controlled retries as a person wants it; what its kind has no use for is not kept.</summary>
public sealed record SendingRouteDraft
{
    public required string Name { get; init; }

    public required SendingRouteKind Kind { get; init; }

    /// <summary>Name or address of the submission host; it may stand in the local network.</summary>
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    public SendingTls Tls { get; init; } = SendingTls.StartTls;

    /// <summary>Empty: without signing in.</summary>
    public string UserName { get; init; } = "";

    /// <summary>Empty keeps the one there is.</summary>
    public string Password { get; init; } = "";

    /// <summary>Domains that mail goes out for, one per line; each one is a domain of the tenant or below one.</summary>
    public string SenderDomains { get; init; } = "";

    /// <summary>Local part before the token in the envelope sender.</summary>
    public string ReturnPrefix { get; init; } = "retry";

    /// <summary>Name for EHLO; empty: as the installation calls itself.</summary>
    public string Helo { get; init; } = "";

    /// <summary>Local address to send from; empty: the machine chooses.</summary>
    public string SourceIp { get; init; } = "";

    /// <summary>The sender pool whose path this is; empty: of no pool.</summary>
    public string Pool { get; init; } = "";

    /// <summary>A header that tells the relay the pool, <c>X-Pool: bulk-2</c>; empty for none.</summary>
    public string PoolHeader { get; init; } = "";

    public string DkimDomain { get; init; } = "";

    public string DkimSelector { get; init; } = "";

    /// <summary>PEM; empty keeps the one there is for the same domain and selector.</summary>
    public string DkimKey { get; init; } = "";

    public string Webhook { get; init; } = "";

    public int RatePerMinute { get; init; } = 10;

    /// <summary>Mails over this route in a day, UTC.</summary>
    public int PerDay { get; init; } = 500;

    /// <summary>The tenant's own mailbox that tests go to.</summary>
    public string TestMailbox { get; init; } = "";
}
