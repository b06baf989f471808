using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Wordings;

/// <summary>Counts unknown wordings, many refusals at a time.</summary>
public sealed class UnknownWordingWriter
{
    private const string AddUp = """
        ON CONFLICT (tenant_id, skeleton)
        DO UPDATE SET refusals = unknown_wording.refusals + excluded.refusals,
            first_at = CASE WHEN excluded.first_at < unknown_wording.first_at THEN excluded.first_at ELSE unknown_wording.first_at END,
            last_at = CASE WHEN excluded.last_at > unknown_wording.last_at THEN excluded.last_at ELSE unknown_wording.last_at END,
            refusal_id = excluded.refusal_id, evidence_id = excluded.evidence_id, reply_code = excluded.reply_code, status = excluded.status,
            host = excluded.host, category = excluded.category
        """;

    /// <summary>Adds newly filed refusals: one statement, and one row of it for each wording, whatever their number.</summary>
    /// <param name="now">Ids of new rows are made of it.</param>
    public async Task AddAsync(
        TenantId tenant, IEnumerable<UnknownReply> replies, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var sums = new Dictionary<string, Sum>(StringComparer.Ordinal);
        foreach (var reply in replies)
        {
            var skeleton = StorableText.Of(reply.Skeleton);
            sums[skeleton] = sums.TryGetValue(skeleton, out var sum)
                ? sum.With(reply)
                : new Sum(RowIds.Next(now), skeleton, 1, reply.At, reply.At, reply);
        }
        if (sums.Count == 0)
        {
            return;
        }
        await transaction.UpsertAsync(new BulkUpsert<Sum>(TableOf(tenant), AddUp), sums.Values, null, cancellationToken);
        await RemoveRarestAsync(tenant, transaction, cancellationToken);
    }

    /// <summary>All that are kept of the tenant, in no order, as a change in progress sees them.</summary>
    public Task<IReadOnlyList<UnknownWordingRow>> ListAllAsync(TenantId tenant, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ListAsync<UnknownWordingRow>(
            $"""SELECT {UnknownWordingReader.Columns} FROM unknown_wording w WHERE w.tenant_id = @tenant""", new { tenant }, cancellationToken);

    /// <summary>Notes which rule knows which wording by now; null for none.</summary>
    public Task SetRulesAsync(
        TenantId tenant, IReadOnlyCollection<(long Id, long? RuleId)> known, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var given = new BulkTable<(long Id, long? RuleId)>(
            "unknown_wording",
            ["tenant_id", "id", "rule_id"],
            (row, sink) =>
            {
                sink.Write(tenant.Value);
                sink.Write(row.Id);
                sink.Write(row.RuleId);
            });
        var update = new BulkUpdate<(long Id, long? RuleId)>(
            given, "SET rule_id = given.rule_id", "WHERE unknown_wording.tenant_id = given.tenant_id AND unknown_wording.id = given.id");
        return transaction.UpdateAsync(update, known, null, cancellationToken);
    }

    private static async Task RemoveRarestAsync(TenantId tenant, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string count = """
            SELECT COUNT(*) FROM unknown_wording WHERE tenant_id = @tenant
            """;
        const string remove = """
            DELETE FROM unknown_wording
            WHERE tenant_id = @tenant AND id IN
                (SELECT w.id FROM unknown_wording w WHERE w.tenant_id = @tenant ORDER BY w.refusals, w.last_at, w.id LIMIT @surplus)
            """;
        var surplus = await transaction.FindAsync<long>(count, new { tenant }, cancellationToken) - WordingFilter.MostWordings;
        if (surplus > 0)
        {
            await transaction.ExecuteAsync(remove, new { tenant, surplus }, cancellationToken);
        }
    }

    private static BulkTable<Sum> TableOf(TenantId tenant) => new(
        "unknown_wording",
        [
            "tenant_id", "id", "skeleton", "refusals", "first_at", "last_at", "refusal_id", "evidence_id", "reply_code", "status", "host", "category",
        ],
        (sum, sink) =>
        {
            sink.Write(tenant.Value);
            sink.Write(sum.Id);
            sink.Write(sum.Skeleton);
            sink.Write(sum.Refusals);
            sink.Write(sum.FirstAt.ToUnixTimeMilliseconds());
            sink.Write(sum.LastAt.ToUnixTimeMilliseconds());
            sink.Write(sum.Latest.RefusalId);
            sink.Write(sum.Latest.EvidenceId);
            sink.Write(sum.Latest.ReplyCode);
            sink.Write(sum.Latest.Status);
            sink.Write(sum.Latest.Host);
            sink.Write(sum.Latest.Category.ToString());
        });

    private sealed record Sum(long Id, string Skeleton, long Refusals, DateTimeOffset FirstAt, DateTimeOffset LastAt, UnknownReply Latest)
    {
        public Sum With(UnknownReply reply) => this with
        {
            Refusals = Refusals + 1,
            FirstAt = reply.At < FirstAt ? reply.At : FirstAt,
            LastAt = reply.At > LastAt ? reply.At : LastAt,
            Latest = reply.At >= LastAt ? reply : Latest,
        };
    }
}
