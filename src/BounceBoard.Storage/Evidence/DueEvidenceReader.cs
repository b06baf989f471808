using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Evidence;

/// <summary>The parser's queue over all tenants: the rows carry their tenant and everything that follows uses it.</summary>
public sealed class DueEvidenceReader(Database.Database database)
{
    /// <summary>The earlier pieces of one log, oldest first, parsed or not: what they tell of its messages is needed to go on after a stop.</summary>
    public async Task<IReadOnlyList<DueEvidenceRow>> ListStreamBeforeAsync(
        TenantId tenant, string stream, int ordinal, int latest, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT tenant_id, id, kind, name, stream, ordinal, verified, received_at, attempts
            FROM evidence
            WHERE tenant_id = @tenant AND stream = @stream AND ordinal < @ordinal AND ordinal >= @ordinal - @latest
            ORDER BY ordinal
            """;
        return await database.ListAsync<DueEvidenceRow>(sql, new { tenant, stream, ordinal, latest }, cancellationToken);
    }

    /// <summary>Waiting evidence in the order it was received, so that chunks of one log come in their order.</summary>
    public async Task<IReadOnlyList<DueEvidenceRow>> ListAsync(int take, long afterId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT e.tenant_id, e.id, e.kind, e.name, e.stream, e.ordinal, e.verified, e.received_at, e.attempts
            FROM evidence e
            JOIN tenant t ON t.tenant_id = e.tenant_id
            WHERE e.state = 'Received' AND e.id > @afterId AND t.state <> 'Archived'
            ORDER BY e.id
            LIMIT @take
            """;
        return await database.ListAsync<DueEvidenceRow>(sql, new { take, afterId }, cancellationToken);
    }
}
