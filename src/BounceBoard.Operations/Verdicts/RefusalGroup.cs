using System.Net;
using BounceBoard.Core.Bounces;
using BounceBoard.Storage.Bounces;

namespace BounceBoard.Operations.Verdicts;

/// <summary>Refusals of one incident that failed the same way: same domain, same server, same kind, vouched for or not.</summary>
/// <param name="Rows">The latest event first; at least one.</param>
internal sealed record RefusalGroup(IReadOnlyList<RefusalRow> Rows)
{
    public RefusalRow Latest => Rows[0];

    public int People => Rows.Select(row => row.RecipientKey).Distinct(StringComparer.Ordinal).Count();

    /// <summary>The group of these refusals, whatever their order.</summary>
    public static RefusalGroup Of(IEnumerable<RefusalRow> rows) =>
        new([.. rows.OrderByDescending(row => row.OccurredAt).ThenBy(row => row.FoldKey, StringComparer.Ordinal)]);

    /// <summary>Refusals with the same way failed the same way.</summary>
    public static (string, IPAddress?, string?, BounceCategory, bool, ReportSide) WayOf(RefusalRow row) =>
        (row.RecipientDomain, row.RemoteIp, row.RemoteMta, row.Category, row.Verified, row.Side);
}
