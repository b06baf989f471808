using BounceBoard.Core;
using BounceBoard.Core.Domains.Bulk;
using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Cli.Domains;

/// <summary>One rule of the large mailbox providers in the object of <c>check --json</c>.</summary>
/// <param name="State"><c>met</c>, <c>not-met</c>, <c>unknown</c>, or <c>not-visible</c> for what nobody can tell from outside.</param>
/// <param name="Checks">Ids of the checks that decide it.</param>
internal sealed record BulkRuleLine(string Id, string Title, string State, IReadOnlyList<BulkRuleLine.DemandOf> AskedBy, IReadOnlyList<string> Checks, string Reason)
{
    /// <param name="Provider"><c>google</c>, <c>yahoo</c> or <c>microsoft</c>.</param>
    /// <param name="Since">First day on which the provider demanded it.</param>
    /// <param name="Refusal">How it refuses; null where it has no reply of its own.</param>
    internal sealed record DemandOf(string Provider, DateOnly Since, string? Refusal);

    public static IReadOnlyList<BulkRuleLine> AllOf(DomainHealth health) =>
    [
        .. BulkRules.Of(health).Select(rule => new BulkRuleLine(
            rule.Id, rule.Title, KebabName.Of(rule.State),
            [.. rule.AskedBy.Select(demand => new DemandOf(KebabName.Of(demand.Provider), demand.Since, demand.Refusal.Length > 0 ? demand.Refusal : null))], rule.CheckIds, rule.Reason)),
    ];
}
