using BounceBoard.Core.Bounces;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Wordings;

namespace BounceBoard.Operations.Wordings;

/// <summary>
/// The rules of a tenant. What comes in from the next moment on is judged by them; what is stored already only when a person applies them, see
/// <see cref="RuleApplication"/>.
/// </summary>
public sealed class RuleAdministration(WordingRuleWriter writer, RuledWordings wordings, AuditedWrite writes)
{
    /// <summary>Rules of one tenant; more is a task for the house's own rows.</summary>
    public const int MostRules = 500;

    private static readonly OperationResult.Refused NotThere = new("There is no such rule in this tenant. Load the list again.");

    /// <summary>What a rule can say.</summary>
    public static IReadOnlyList<BounceCategory> Meanings => RuleReading.Meanings;

    /// <summary>Adds a rule, or changes the one with this id.</summary>
    /// <param name="id">Null for a new one.</param>
    public Task<OperationResult<WordingRuleRow>> SaveAsync(
        Actor actor, TenantId tenant, long? id, RuleDraft draft, CancellationToken cancellationToken) =>
        ChangeAsync(actor, tenant, (scope, all) => SaveAsync(actor, tenant, id, draft, scope, all, cancellationToken), cancellationToken);

    /// <summary>Switches a rule on or off.</summary>
    public Task<OperationResult<WordingRuleRow>> SwitchAsync(Actor actor, TenantId tenant, long id, bool on, CancellationToken cancellationToken) =>
        ChangeAsync<WordingRuleRow>(
            actor,
            tenant,
            async (scope, all) =>
            {
                if (all.FirstOrDefault(rule => rule.Id == id) is not { } before)
                {
                    return NotThere;
                }
                var row = before with { DisabledAt = on ? null : scope.Now, ChangedAt = scope.Now };
                await writer.SaveAsync(tenant, row, scope.Transaction, cancellationToken);
                await scope.AuditAsync("rule.switch", RuleText.Named(before), on ? "switched on" : "switched off", cancellationToken);
                return row;
            },
            cancellationToken);

    /// <summary>Removes a rule; stored refusals keep the category it gave them.</summary>
    public Task<OperationResult<Unit>> RemoveAsync(Actor actor, TenantId tenant, long id, CancellationToken cancellationToken) =>
        ChangeAsync<Unit>(
            actor,
            tenant,
            async (scope, all) =>
            {
                if (all.FirstOrDefault(rule => rule.Id == id) is not { } before)
                {
                    return NotThere;
                }
                await writer.RemoveAsync(tenant, id, scope.Transaction, cancellationToken);
                await scope.AuditAsync("rule.remove", RuleText.Named(before), RuleText.Of(before), cancellationToken);
                return new Unit();
            },
            cancellationToken);

    private Task<OperationResult<T>> ChangeAsync<T>(
        Actor actor, TenantId tenant, Func<WriteScope, IReadOnlyList<WordingRuleRow>, Task<OperationResult<T>>> change, CancellationToken cancellationToken) =>
        writes.InTenantAsync(
            actor,
            tenant,
            TenantAction.MakeRules,
            async scope =>
            {
                var result = await change(scope, await writer.ListAsync(tenant, scope.Transaction, cancellationToken));
                if (result is OperationResult<T>.Done)
                {
                    await wordings.RefreshAsync(tenant, scope.Transaction, cancellationToken);
                }
                return result;
            },
            cancellationToken);

    private async Task<OperationResult<WordingRuleRow>> SaveAsync(
        Actor actor, TenantId tenant, long? id, RuleDraft draft, WriteScope scope, IReadOnlyList<WordingRuleRow> all, CancellationToken cancellationToken)
    {
        var before = all.FirstOrDefault(rule => rule.Id == id);
        if (id is not null && before is null)
        {
            return NotThere;
        }
        var read = RuleReading.Read(id ?? RowIds.Next(scope.Now), draft);
        if (!read.TryGet(out var rule))
        {
            return new OperationResult.Refused(read.Problem ?? "");
        }
        if (all.Any(other => other.Id != rule.Id && Scope(other) == (rule.Pattern.Text, rule.ReplyCode, rule.Status, rule.Domain)))
        {
            return new OperationResult.Refused("There is a rule for this wording and these conditions already. Change that one.");
        }
        if (before is null && all.Count >= MostRules)
        {
            return new OperationResult.Refused($"A tenant has at most {MostRules} rules. Delete one that is not needed any more.");
        }
        var row = new WordingRuleRow
        {
            Id = rule.Id,
            Pattern = rule.Pattern.Text,
            ReplyCode = rule.ReplyCode,
            Status = rule.Status,
            Domain = rule.Domain,
            Category = rule.Category,
            Note = draft.Note.Trim(),
            DisabledAt = before?.DisabledAt,
            CreatedAt = before?.CreatedAt ?? scope.Now,
            CreatedBy = before?.CreatedBy ?? actor.Name,
            ChangedAt = scope.Now,
        };
        await writer.SaveAsync(tenant, row, scope.Transaction, cancellationToken);
        await scope.AuditAsync(
            before is null ? "rule.add" : "rule.change", RuleText.Named(row), before is null ? RuleText.Of(row) : $"{RuleText.Of(before)} -> {RuleText.Of(row)}", cancellationToken);
        return row;
    }

    private static (string Pattern, int? Code, string? Status, string? Domain) Scope(WordingRuleRow row) => (row.Pattern, row.ReplyCode, row.Status, row.Domain);
}
