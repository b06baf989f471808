using BounceBoard.Core.Domains.Dmarc;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>The hosts to which a DMARC record sends reports.</summary>
internal static class ReportReceivers
{
    /// <summary>Lower case, each once.</summary>
    public static IReadOnlyList<string> HostsOf(DmarcRecord record) => HostsOf([.. record.AggregateReports, .. record.FailureReports]);

    public static IReadOnlyList<string> HostsOf(IReadOnlyList<DmarcUri> uris) => [.. uris.Select(uri => uri.Host?.ToLowerInvariant()).OfType<string>().Distinct()];
}
