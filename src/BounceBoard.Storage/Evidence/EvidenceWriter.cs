using System.Data.Common;
using BounceBoard.Core.Evidence;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Evidence;

/// <summary>Stores evidence and moves it on; every move is a compare-and-set on its state.</summary>
public sealed class EvidenceWriter
{
    private readonly IntakeCountWriter _counts = new();

    /// <summary>
    /// Stores bytes, row and intake line; the same bytes a second time leave an intake line only, and the same item a second time nothing.
    /// </summary>
    public async Task<StoredEvidence> ReceiveAsync(
        TenantId tenant, NewEvidence item, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var id = await TryAddAsync(tenant, item, transaction, cancellationToken)
            ? item.Id
            : await FindSameAsync(tenant, item.Content.Sha256, transaction, cancellationToken);
        var outcome = id != item.Id ? IntakeOutcome.Duplicate
            : item.Quarantine is null ? IntakeOutcome.Stored : IntakeOutcome.Quarantined;
        const string sql = """
            INSERT INTO intake (tenant_id, id, source_id, evidence_id, outcome, name, received_at)
            VALUES (@tenant, @lineId, @sourceId, @id, @outcome, @name, @receivedAt)
            ON CONFLICT (tenant_id, id) DO NOTHING
            """;
        var line = new
        {
            tenant,
            lineId = item.LineId,
            sourceId = item.SourceId,
            id,
            outcome = outcome.ToString(),
            name = item.Name,
            receivedAt = item.ReceivedAt,
        };
        var isNew = await transaction.ExecuteAsync(sql, line, cancellationToken) == 1;
        if (isNew)
        {
            await _counts.AddAsync(tenant, item.SourceId, outcome, item.ReceivedAt, transaction, cancellationToken);
        }

        return new StoredEvidence(id, outcome, isNew);
    }

    /// <summary>Received to Parsed.</summary>
    /// <param name="newestEventAt">When the newest of its events happened; null when none says.</param>
    /// <param name="remark">Why it holds no bounce, or what part was unreadable; null when there is nothing to say.</param>
    /// <returns>False when another worker moved it before.</returns>
    public async Task<bool> TryMarkParsedAsync(
        TenantId tenant, long id, string parser, int reports, DateTimeOffset? newestEventAt, string? remark, DateTimeOffset now, DbTransaction transaction,
        CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE evidence
            SET state = 'Parsed', parser = @parser, reports = @reports, reason = @remark, parsed_at = @now, newest_event_at = @newestEventAt
            WHERE tenant_id = @tenant AND id = @id AND state = 'Received'
            """;
        return await transaction.ExecuteAsync(sql, new { tenant, id, parser, reports, newestEventAt, remark, now }, cancellationToken) == 1;
    }

    /// <summary>Received to Quarantined; the intake line moves with it, so that the book still adds up.</summary>
    /// <returns>False when another worker moved it before.</returns>
    public async Task<bool> TryQuarantineAsync(
        TenantId tenant, long id, string reason, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string moveEvidence = """
            UPDATE evidence SET state = 'Quarantined', reason = @reason, parsed_at = @now
            WHERE tenant_id = @tenant AND id = @id AND state = 'Received'
            """;
        var parameters = new { tenant, id, reason, now };
        if (await transaction.ExecuteAsync(moveEvidence, parameters, cancellationToken) == 0)
        {
            return false;
        }

        await _counts.MoveToQuarantineAsync(tenant, id, transaction, cancellationToken);
        return true;
    }

    private static async Task<bool> TryAddAsync(
        TenantId tenant, NewEvidence item, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string insertRow = """
            INSERT INTO evidence (tenant_id, id, sha256, source_id, kind, state, reason, name, size, stream, ordinal, verified, received_at, reports, attempts,
                lease_until)
            VALUES (@tenant, @id, @sha256, @sourceId, @kind, @state, @reason, @name, @size, @stream, @ordinal, @verified, @receivedAt, 0, @attempts,
                @leaseUntil)
            ON CONFLICT (tenant_id, sha256) DO NOTHING
            """;
        const string insertContent = """
            INSERT INTO evidence_content (tenant_id, evidence_id, content) VALUES (@tenant, @id, @content)
            """;
        var row = new
        {
            tenant,
            id = item.Id,
            sha256 = item.Content.Sha256,
            sourceId = item.SourceId,
            kind = item.Kind.ToString(),
            state = (item.Quarantine is null ? EvidenceState.Received : EvidenceState.Quarantined).ToString(),
            reason = item.Quarantine,
            name = item.Name,
            size = item.Content.Size,
            stream = item.Stream,
            ordinal = item.Ordinal,
            verified = item.Verified,
            receivedAt = item.ReceivedAt,
            // Who stores it claimed has begun the first attempt.
            attempts = item.LeaseUntil is null ? 0 : 1,
            leaseUntil = item.LeaseUntil?.ToUnixTimeMilliseconds() ?? 0,
        };
        if (await transaction.ExecuteAsync(insertRow, row, cancellationToken) == 0)
        {
            return false;
        }

        await transaction.ExecuteAsync(insertContent, new { tenant, id = item.Id, content = item.Content.Brotli }, cancellationToken);
        return true;
    }

    private static Task<long> FindSameAsync(TenantId tenant, string sha256, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT id FROM evidence WHERE tenant_id = @tenant AND sha256 = @sha256
            """;
        return transaction.FindAsync<long>(sql, new { tenant, sha256 }, cancellationToken);
    }
}
