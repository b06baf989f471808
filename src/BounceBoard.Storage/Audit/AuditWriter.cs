using System.Data.Common;
using BounceBoard.Core.Audit;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Audit;

/// <summary>Appends to audit logs; nothing changes or removes a line.</summary>
public sealed class AuditWriter
{
    /// <summary>Appends a line to the tenant's log and links it to the last one.</summary>
    public async Task AppendAsync(TenantId tenant, AuditEntry entry, DbTransaction transaction, CancellationToken cancellationToken)
    {
        // The writer's transaction is the only one that writes, so no other line can take the number.
        var last = await transaction.FindAsync<Link>(
            """SELECT seq, hash FROM audit WHERE tenant_id = @tenant ORDER BY seq DESC LIMIT 1""", new { tenant }, cancellationToken);
        // To the millisecond, as the column keeps it: the hash must come out the same when it is read back.
        var kept = entry with { At = DateTimeOffset.FromUnixTimeMilliseconds(entry.At.ToUnixTimeMilliseconds()) };
        var (seq, previous) = ((last?.Seq ?? 0) + 1, last?.Hash ?? "");
        await transaction.ExecuteAsync(
            """
            INSERT INTO audit (tenant_id, seq, at, actor, via, action, object, detail, previous_hash, hash)
            VALUES (@tenant, @seq, @At, @Actor, @Via, @Action, @Object, @Detail, @previous, @hash)
            """,
            new
            {
                tenant,
                seq,
                kept.At,
                kept.Actor,
                kept.Via,
                kept.Action,
                kept.Object,
                kept.Detail,
                previous,
                hash = AuditChain.Hash(tenant, seq, kept, previous),
            },
            cancellationToken);
    }

    private sealed class Link
    {
        public required long Seq { get; init; }

        public required string Hash { get; init; }
    }
}
