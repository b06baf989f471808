using BounceBoard.Core.Bounces;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Wordings;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Wordings;

namespace BounceBoard.Operations.Wordings;

/// <summary>
/// Looks at stored refusals with the rules of today, and judges them again when a person says so: part by part, each in a short transaction with its line in
/// the audit log. A refusal stays in the incident that it was filed in; the incident's verdict is looked at again.
/// </summary>
public sealed class RuleApplication(
    StoredReplyReader replies, WordingRuleReader rules, RuleTables tables, IncidentWriter incidents, AuditedWrite writes, ChangeFeed feed)
{
    /// <summary>Newest refusals that a preview looks at.</summary>
    public const int Previewed = 500;

    /// <summary>Newest refusals that a rule is applied to: what is older is history and moves no verdict.</summary>
    public const int MostLooked = 200_000;

    private const int Part = 2000;

    private const int MostExamples = 5;

    /// <summary>Nothing is written.</summary>
    public async Task<RulePreview> PreviewAsync(TenantId tenant, RuleDraft draft, CancellationToken cancellationToken)
    {
        var read = RuleReading.Read(0, draft);
        if (!read.TryGet(out var rule))
        {
            return new RulePreview(read.Problem, 0, 0, []);
        }
        var alone = new WordingRules([rule]);
        var rows = await replies.ListAsync(tenant, Previewed, null, cancellationToken);
        var matched = rows.Where(row => alone.Find(row.ReplyText, row.ReplyCode, row.Status, row.RemoteMta, row.RecipientDomain) is not null).ToList();
        return new RulePreview(null, rows.Count, matched.Count, [.. matched.Select(row => row.ReplyText).OfType<string>().Distinct().Take(MostExamples)]);
    }

    /// <summary>What <see cref="ApplyAsync"/> would change now.</summary>
    public async Task<RuleReach> ReachAsync(TenantId tenant, long ruleId, CancellationToken cancellationToken)
    {
        var asked = await TenantRules.LoadAsync(rules, tenant, cancellationToken);
        var (looked, given, back) = (0, 0, 0);
        await foreach (var rows in PartsAsync(tenant, cancellationToken))
        {
            looked += rows.Count;
            foreach (var change in rows.Select(row => StoredJudgement.Of(row, asked, ruleId)).OfType<Rejudgement>())
            {
                (given, back) = change.RuleId == ruleId ? (given + 1, back) : (given, back + 1);
            }
        }
        return new RuleReach(looked, given, back, looked < MostLooked);
    }

    /// <summary>Gives stored refusals the category of the rule, and takes it back where the rule does not hold any more.</summary>
    /// <returns>Refusals that were changed.</returns>
    public async Task<OperationResult<int>> ApplyAsync(Actor actor, TenantId tenant, long ruleId, CancellationToken cancellationToken)
    {
        var asked = await TenantRules.LoadAsync(rules, tenant, cancellationToken);
        var changed = 0;
        await foreach (var rows in PartsAsync(tenant, cancellationToken))
        {
            var ids = rows.Where(row => StoredJudgement.Of(row, asked, ruleId) is not null).Select(row => row.Id).ToList();
            if (ids.Count == 0)
            {
                continue;
            }
            var result = await writes.InTenantAsync(
                actor, tenant, TenantAction.MakeRules, scope => JudgeAsync(tenant, ruleId, ids, scope, cancellationToken), cancellationToken);
            if (!result.TryGet(out var count))
            {
                return result;
            }
            changed += count;
        }
        feed.Publish(tenant, ChangeKind.Incidents);
        return changed;
    }

    // Rules and rows are read again inside the writer's turn: what was found outside may have moved.
    private async Task<OperationResult<int>> JudgeAsync(
        TenantId tenant, long ruleId, IReadOnlyCollection<long> ids, WriteScope scope, CancellationToken cancellationToken)
    {
        var all = await tables.Rules.ListAsync(tenant, scope.Transaction, cancellationToken);
        if (all.FirstOrDefault(rule => rule.Id == ruleId) is not { } rule)
        {
            return new OperationResult.Refused("There is no such rule in this tenant. Load the list again.");
        }
        var asked = TenantRules.Of(all);
        var rows = await tables.Refusals.ListAsync(tenant, ids, scope.Transaction, cancellationToken);
        var changes = rows.Select(row => (Row: row, Change: StoredJudgement.Of(row, asked, ruleId)))
            .Where(one => one.Change is not null).ToList();
        await tables.Refusals.ApplyAsync(tenant, [.. changes.Select(one => one.Change).OfType<Rejudgement>()], scope.Transaction, cancellationToken);
        await incidents.LookAgainAsync(
            tenant, [.. changes.Select(one => one.Row.IncidentId).Distinct()], scope.Now, scope.Transaction, cancellationToken);
        var moves = changes.GroupBy(one => (From: one.Row.Category, To: one.Change?.Category ?? one.Row.Category))
            .Select(group => $"{CategoryNames.ToName(group.Key.From)} -> {CategoryNames.ToName(group.Key.To)}: {group.Count()}");
        await scope.AuditAsync(
            "rule.apply", RuleText.Named(rule), $"{changes.Count} stored refusals ({string.Join(", ", moves)})", cancellationToken);
        return changes.Count;
    }

    private async IAsyncEnumerable<IReadOnlyList<StoredReplyRow>> PartsAsync(
        TenantId tenant, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long? before = null;
        for (var looked = 0; looked < MostLooked; looked += Part)
        {
            var start = before;
            // A long walk: not on the thread of a page, which SQLite would hold to the end.
            var rows = await Task.Run(() => replies.ListAsync(tenant, Part, start, cancellationToken), cancellationToken);
            if (rows.Count == 0)
            {
                yield break;
            }
            before = rows[^1].Id;
            yield return rows;
        }
    }
}
