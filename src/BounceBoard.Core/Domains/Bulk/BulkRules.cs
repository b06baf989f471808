using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Core.Domains.Bulk;

/// <summary>The rules of the large mailbox providers for bulk senders as one checklist, derived from what is judged already.</summary>
public static class BulkRules
{
    /// <returns>Every rule in the order of the checklist; none for a parked domain, from which nothing is sent.</returns>
    public static IReadOnlyList<BulkRule> Of(DomainHealth health) => health.Score.Profile switch
    {
        DomainProfile.Sending => [.. BulkTable.Rows.Select(row => Of(row, health))],
        DomainProfile.Parked => [],
    };

    private static BulkRule Of(BulkTable.Row row, DomainHealth health)
    {
        var checks = health.Checks.Where(check => row.Checks.Contains(check.Id)).ToList();
        var broken = checks.Find(check => check.State == CheckState.Fail || (row.IsStrict && check.State == CheckState.Warn));
        var open = checks.Find(check => check.State == CheckState.Unknown);
        var (state, reason) = row.Checks.Count == 0 ? (BulkState.NotVisible, row.Note)
            : broken is not null ? (BulkState.NotMet, ReasonOf(broken))
            : open is not null ? (BulkState.Unknown, ReasonOf(open))
            : checks.Count == 0 ? (BulkState.Unknown, "Nothing was asked that could tell.")
            : (BulkState.Met, row.Note);
        return new BulkRule(row.Id, row.Title, row.AskedBy, state, row.Checks, reason);
    }

    private static string ReasonOf(HealthCheck check)
    {
        var evidence = check.Evidence.Count > 0 ? check.Evidence[0] : check.Advice?.Meaning ?? check.Title;
        return check.Subject.Length == 0 ? evidence : $"{check.Subject}: {evidence}";
    }
}
