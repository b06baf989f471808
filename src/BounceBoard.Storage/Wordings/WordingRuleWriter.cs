using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Wordings;

/// <summary>Adds, changes and removes rules.</summary>
public sealed class WordingRuleWriter
{
    /// <summary>All rules as the change in progress sees them, the oldest first.</summary>
    public Task<IReadOnlyList<WordingRuleRow>> ListAsync(TenantId tenant, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ListAsync<WordingRuleRow>(WordingRuleReader.All, new { tenant }, cancellationToken);

    /// <summary>Adds the rule or overwrites the one with its id; who made it and when stays.</summary>
    public Task SaveAsync(TenantId tenant, WordingRuleRow rule, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO wording_rule (tenant_id, id, pattern, reply_code, status, domain, category, note, disabled_at, created_at, created_by, changed_at)
            VALUES (@tenant, @Id, @Pattern, @ReplyCode, @Status, @Domain, @Category, @Note, @DisabledAt, @CreatedAt, @CreatedBy, @ChangedAt)
            ON CONFLICT (tenant_id, id) DO UPDATE SET pattern = excluded.pattern, reply_code = excluded.reply_code, status = excluded.status,
                domain = excluded.domain, category = excluded.category, note = excluded.note, disabled_at = excluded.disabled_at,
                changed_at = excluded.changed_at
            """,
            new
            {
                tenant,
                rule.Id,
                rule.Pattern,
                rule.ReplyCode,
                rule.Status,
                rule.Domain,
                Category = rule.Category.ToString(),
                rule.Note,
                rule.DisabledAt,
                rule.CreatedAt,
                rule.CreatedBy,
                rule.ChangedAt,
            },
            cancellationToken);

    /// <returns>False when the tenant has no such rule.</returns>
    public async Task<bool> RemoveAsync(TenantId tenant, long id, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """DELETE FROM wording_rule WHERE tenant_id = @tenant AND id = @id""", new { tenant, id }, cancellationToken) == 1;
}
