using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Cli.Diagnosing;

/// <summary>A report and where it was read.</summary>
/// <param name="Index">1-based within the file.</param>
internal sealed record FiledReport(string File, int Index, BounceReport Report)
{
    /// <summary>A refusal or a deferral of a recipient whose domain is known.</summary>
    public bool IsRefusal => Report.Kind is BounceKind.Bounce or BounceKind.Delay && Domain is not null;

    public DomainName? Domain => DomainName.TryParse(Report.RecipientDomain, out var domain) ? domain : null;

    /// <summary>One person, however the address is spelled.</summary>
    public string Person => EmailAddress.TryParse(Report.Recipient, out var address) ? address.Key : Report.Recipient ?? "";

    public RemoteEndpoint Endpoint => RemoteEndpoint.Of(Report.RemoteMta, Report.RemoteIp, Report.Side);
}
