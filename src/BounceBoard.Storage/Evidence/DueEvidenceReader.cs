using Dapper;

namespace BounceBoard.Storage.Evidence;

/// <summary>The parser's queue over all tenants: the rows carry their tenant and everything that follows uses it.</summary>
public sealed class DueEvidenceReader(Database.Database database)
{
    /// <summary>Waiting evidence in the order it was received, so that chunks of one log come in their order.</summary>
    public async Task<IReadOnlyList<DueEvidenceRow>> ListAsync(int take, long afterId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT tenant_id, id, kind, name, stream, ordinal, verified, received_at, attempts
            FROM evidence
            WHERE state = 'Received' AND id > @afterId
            ORDER BY id
            LIMIT @take
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<DueEvidenceRow>(
            new CommandDefinition(sql, new { take, afterId }, cancellationToken: cancellationToken))];
    }
}
