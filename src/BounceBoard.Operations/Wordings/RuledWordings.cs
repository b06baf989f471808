using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Wordings;

namespace BounceBoard.Operations.Wordings;

/// <summary>Which unknown wordings a rule knows by now: noted whenever the rules change, so that the list of what is left to do is short.</summary>
public sealed class RuledWordings(WordingRuleWriter rules, UnknownWordingWriter writer)
{
    internal async Task RefreshAsync(TenantId tenant, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var asked = TenantRules.Of(await rules.ListAsync(tenant, transaction, cancellationToken));
        var moved = new List<(long, long?)>();
        foreach (var row in await writer.ListAllAsync(tenant, transaction, cancellationToken))
        {
            var known = asked.Find(row.Skeleton, row.ReplyCode, row.Status, row.Host, row.Host)?.Id;
            if (known != row.RuleId)
            {
                moved.Add((row.Id, known));
            }
        }
        if (moved.Count > 0)
        {
            await writer.SetRulesAsync(tenant, moved, transaction, cancellationToken);
        }
    }
}
