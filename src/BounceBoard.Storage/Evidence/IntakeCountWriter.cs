using System.Data.Common;
using BounceBoard.Core.Evidence;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Evidence;

/// <summary>Keeps the running counts of what each source offered, so that nobody counts intake lines.</summary>
public sealed class IntakeCountWriter
{
    /// <summary>Counts one more item.</summary>
    public Task AddAsync(
        TenantId tenant, long sourceId, IntakeOutcome outcome, DateTimeOffset at, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO intake_count (tenant_id, source_id, stored, duplicates, quarantined, last_at)
            VALUES (@tenant, @sourceId, @stored, @duplicates, @quarantined, @at)
            ON CONFLICT (tenant_id, source_id)
            DO UPDATE SET stored = intake_count.stored + excluded.stored,
                duplicates = intake_count.duplicates + excluded.duplicates,
                quarantined = intake_count.quarantined + excluded.quarantined,
                last_at = CASE WHEN excluded.last_at > intake_count.last_at THEN excluded.last_at ELSE intake_count.last_at END
            """;
        var parameters = new
        {
            tenant,
            sourceId,
            stored = Of(IntakeOutcome.Stored),
            duplicates = Of(IntakeOutcome.Duplicate),
            quarantined = Of(IntakeOutcome.Quarantined),
            at,
        };
        return transaction.ExecuteAsync(sql, parameters, cancellationToken);

        long Of(IntakeOutcome counted) => counted == outcome ? 1 : 0;
    }

    /// <summary>An item that was stored cannot be read after all: its intake line and the counts of its source move.</summary>
    public async Task MoveToQuarantineAsync(TenantId tenant, long evidenceId, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string moveLine = """
            UPDATE intake SET outcome = 'Quarantined'
            WHERE tenant_id = @tenant AND evidence_id = @evidenceId AND outcome = 'Stored'
            RETURNING source_id
            """;
        const string moveCount = """
            UPDATE intake_count
            SET stored = stored - 1, quarantined = quarantined + 1
            WHERE tenant_id = @tenant AND source_id = @sourceId
            """;
        if (await transaction.FindAsync<long?>(moveLine, new { tenant, evidenceId }, cancellationToken) is { } sourceId)
        {
            await transaction.ExecuteAsync(moveCount, new { tenant, sourceId }, cancellationToken);
        }
    }
}
