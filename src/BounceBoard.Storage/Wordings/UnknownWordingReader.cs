using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Wordings;

/// <summary>Unknown wordings of one tenant.</summary>
public sealed class UnknownWordingReader(Database.Database database)
{
    internal const string Columns =
        "w.id, w.skeleton, w.refusals, w.first_at, w.last_at, w.refusal_id, w.evidence_id, w.reply_code, w.status, w.host, w.category, w.rule_id";

    public Task<UnknownWordingRow?> FindAsync(TenantId tenant, long id, CancellationToken cancellationToken) =>
        database.FindAsync<UnknownWordingRow>(
            $"""SELECT {Columns} FROM unknown_wording w WHERE w.tenant_id = @tenant AND w.id = @id""", new { tenant, id }, cancellationToken);

    public Task<IReadOnlyList<UnknownWordingRow>> ListAsync(TenantId tenant, WordingFilter filter, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT {Columns}
            FROM unknown_wording w
            WHERE w.tenant_id = @tenant{WordingConditions.Where(filter)}
            ORDER BY {WordingConditions.OrderBy(filter)}
            LIMIT @take OFFSET @skip
            """;
        return database.ListAsync<UnknownWordingRow>(
            sql, new { tenant, text = LikePattern.Containing(filter.Text), take = filter.Take, skip = filter.Skip }, cancellationToken);
    }

    public Task<long> CountAsync(TenantId tenant, WordingFilter filter, CancellationToken cancellationToken) =>
        database.FindAsync<long>(
            $"""SELECT COUNT(*) FROM unknown_wording w WHERE w.tenant_id = @tenant{WordingConditions.Where(filter)}""",
            new { tenant, text = LikePattern.Containing(filter.Text) },
            cancellationToken);
}
