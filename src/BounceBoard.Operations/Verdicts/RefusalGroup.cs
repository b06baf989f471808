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

    /// <summary>How often the most refused person of the group was refused.</summary>
    public int MostPerPerson => Rows.GroupBy(row => row.RecipientKey, StringComparer.Ordinal).Max(person => person.Count());

    /// <summary>The groups, most people first; of equals the latest, then by name: the order of arrival decides nothing.</summary>
    public static IReadOnlyList<RefusalGroup> Of(IEnumerable<RefusalRow> rows) =>
    [
        .. rows.GroupBy(KeyOf)
            .Select(group => new RefusalGroup([.. group.OrderByDescending(row => row.OccurredAt).ThenBy(row => row.FoldKey, StringComparer.Ordinal)]))
            .OrderByDescending(group => group.People)
            .ThenByDescending(group => group.Latest.OccurredAt)
            .ThenBy(group => group.Latest.FoldKey, StringComparer.Ordinal),
    ];

    private static (string, IPAddress?, string?, BounceCategory, bool, ReportSide) KeyOf(RefusalRow row) =>
        (row.RecipientDomain, row.RemoteIp, row.RemoteMta, row.Category, row.Verified, row.Side);
}
