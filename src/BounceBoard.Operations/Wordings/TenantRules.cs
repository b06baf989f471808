using BounceBoard.Core.Tenants;
using BounceBoard.Core.Wordings;
using BounceBoard.Storage.Wordings;

namespace BounceBoard.Operations.Wordings;

/// <summary>The rules of a tenant as they are asked.</summary>
internal static class TenantRules
{
    public static async Task<WordingRules> LoadAsync(WordingRuleReader rules, TenantId tenant, CancellationToken cancellationToken) =>
        Of(await rules.ListAsync(tenant, cancellationToken));

    /// <summary>Those that are switched on.</summary>
    public static WordingRules Of(IReadOnlyList<WordingRuleRow> rows) =>
        rows.Count == 0 ? WordingRules.None : new WordingRules(rows.Where(row => row.DisabledAt is null).Select(Read).OfType<WordingRule>());

    /// <returns>Null when the stored pattern is none any more: a later version may ask for more of one.</returns>
    public static WordingRule? Read(WordingRuleRow row) =>
        RulePattern.TryRead(row.Pattern, out var pattern, out _)
            ? new WordingRule(row.Id, pattern, row.ReplyCode, row.Status, row.Domain, row.Category)
            : null;
}
