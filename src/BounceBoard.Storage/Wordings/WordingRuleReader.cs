using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Wordings;

/// <summary>The rules of one tenant.</summary>
public sealed class WordingRuleReader(Database.Database database)
{
    private const string Columns =
        "u.id, u.pattern, u.reply_code, u.status, u.domain, u.category, u.note, u.disabled_at, u.created_at, u.created_by, u.changed_at";

    internal const string All = $"SELECT {Columns} FROM wording_rule u WHERE u.tenant_id = @tenant ORDER BY u.id";

    /// <summary>The oldest first, those that are switched off included.</summary>
    public Task<IReadOnlyList<WordingRuleRow>> ListAsync(TenantId tenant, CancellationToken cancellationToken) =>
        database.ListAsync<WordingRuleRow>(All, new { tenant }, cancellationToken);

    public Task<WordingRuleRow?> FindAsync(TenantId tenant, long id, CancellationToken cancellationToken) =>
        database.FindAsync<WordingRuleRow>(
            $"""SELECT {Columns} FROM wording_rule u WHERE u.tenant_id = @tenant AND u.id = @id""", new { tenant, id }, cancellationToken);

    /// <summary>How many stored refusals have their category from each rule; rules without any are absent, deleted ones are not.</summary>
    public async Task<IReadOnlyDictionary<long, long>> CountRefusalsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT rule_id, COUNT(*) AS refusals FROM refusal WHERE tenant_id = @tenant AND rule_id IS NOT NULL GROUP BY rule_id
            """;
        var rows = await database.ListAsync<(long RuleId, long Refusals)>(sql, new { tenant }, cancellationToken);
        return rows.ToDictionary(row => row.RuleId, row => row.Refusals);
    }
}
