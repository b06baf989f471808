using System.Net;
using BounceBoard.Core.SendingRoutes;

namespace BounceBoard.Storage.SendingRoutes;

/// <summary>A tenant's route for controlled retries. Sealed fields open with the installation's keys only and are never shown.</summary>
public sealed record SendingRouteRow
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required SendingRouteKind Kind { get; init; }

    /// <summary>Rises with every change; an approval holds for one revision only.</summary>
    public required long Revision { get; init; }

    public required bool Enabled { get; init; }

    public string Host { get; init; } = "";

    public int Port { get; init; }

    public SendingTls Tls { get; init; }

    public string UserName { get; init; } = "";

    public string? PasswordSealed { get; init; }

    /// <summary>One domain per line.</summary>
    public required string SenderDomains { get; init; }

    /// <summary>Local part before the token in the envelope sender.</summary>
    public required string ReturnPrefix { get; init; }

    public string Helo { get; init; } = "";

    public IPAddress? SourceIp { get; init; }

    public string? Pool { get; init; }

    /// <summary>A header with its value that tells the relay the pool, <c>X-Pool: bulk-2</c>; empty for none.</summary>
    public string PoolHeader { get; init; } = "";

    public string DkimDomain { get; init; } = "";

    public string DkimSelector { get; init; } = "";

    public string? DkimKeySealed { get; init; }

    public string Webhook { get; init; } = "";

    public string? SecretSealed { get; init; }

    public required int RatePerMinute { get; init; }

    /// <summary>Mails over this route in a day, UTC.</summary>
    public required int PerDay { get; init; }

    public string TestMailbox { get; init; } = "";

    public DateTimeOffset? TestedAt { get; init; }

    /// <summary>The revision that was tested; another one counts as not tested.</summary>
    public long? TestedRevision { get; init; }

    public bool? TestPassed { get; init; }

    public string? TestAnswer { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The route as it stands now was tested and took what it was given; an export has nothing to test.</summary>
    public bool IsProven => Kind == SendingRouteKind.Export || (TestPassed == true && TestedRevision == Revision);
}
