using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Wordings;

/// <summary>Stored replies of one tenant, the newest first, for rules to look at.</summary>
public sealed class StoredReplyReader(Database.Database database)
{
    private const string Columns =
        "r.id, r.incident_id, r.reply_text, r.reply_code, r.status, r.remote_mta, r.recipient_domain, r.category, r.rule_id, r.told_category";

    /// <param name="beforeId">Last row of the part before; null for the newest.</param>
    public Task<IReadOnlyList<StoredReplyRow>> ListAsync(TenantId tenant, int take, long? beforeId, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT {Columns}
            FROM refusal r
            WHERE r.tenant_id = @tenant{(beforeId is null ? "" : " AND r.id < @beforeId")}
            ORDER BY r.id DESC
            LIMIT @take
            """;
        return database.ListAsync<StoredReplyRow>(sql, new { tenant, take, beforeId }, cancellationToken);
    }

    /// <summary>These refusals, by id; those that have left are absent.</summary>
    public async Task<IReadOnlyDictionary<long, StoredReplyRow>> FindAsync(
        TenantId tenant, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var parameters = new { tenant, ids = database.Dialect.List(ids) };
        var rows = await database.ListAsync<StoredReplyRow>(ByIds(database.Dialect), parameters, cancellationToken);
        return rows.ToDictionary(row => row.Id);
    }

    internal static string ByIds(Dialect dialect) =>
        $"""SELECT {Columns} FROM refusal r WHERE r.tenant_id = @tenant AND r.id {dialect.AnyOf("@ids")}""";
}
