using System.Data.Common;
using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Suppressions;

namespace BounceBoard.Operations.Suppressions;

/// <summary>Adds people to the list inside a transaction of the tenant's turn: the one place where entries begin.</summary>
internal sealed class SuppressionAddition(SuppressionWriter writer)
{
    /// <returns>What became of each, in their order; a person who comes twice stands there already the second time.</returns>
    public async Task<IReadOnlyList<SuppressionOutcome>> AddAsync(
        TenantId tenant, IReadOnlyList<NewSuppression> told, SuppressionEvent happened, DateTimeOffset now, DbTransaction transaction,
        CancellationToken cancellationToken)
    {
        if (told.Count == 0)
        {
            return [];
        }
        var known = new Dictionary<string, SuppressionRow>(
            await writer.FindAsync(tenant, told.Select(one => one.Key).Distinct(StringComparer.Ordinal), transaction, cancellationToken), StringComparer.Ordinal);
        var (outcomes, changed) = (new List<SuppressionOutcome>(told.Count), new HashSet<string>(StringComparer.Ordinal));
        foreach (var one in told)
        {
            var (row, outcome) = SuppressionMerge.Of(known.GetValueOrDefault(one.Key), one, happened, now);
            outcomes.Add(outcome);
            if (row is not null)
            {
                known[one.Key] = row;
                changed.Add(one.Key);
            }
        }
        await writer.SaveAsync(tenant, [.. changed.Select(key => known[key])], now, transaction, cancellationToken);
        return outcomes;
    }
}
