using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Bounces;

/// <summary>Adds refusals and completes those that another source told of before, many at a time.</summary>
public sealed class RefusalWriter
{
    private const string Columns = RefusalColumns.All;

    private const string Near =
        "r.tenant_id = @tenant AND r.recipient_key = wanted.value AND r.occurred_at BETWEEN @from AND @until AND r.id >= @firstId";

    /// <summary>Refusals whose first report had one of these natural keys.</summary>
    /// <param name="firstId">None of them arrived before.</param>
    public Task<IReadOnlyList<RefusalRow>> FindByKeyAsync(
        TenantId tenant, IReadOnlyCollection<string> foldKeys, long firstId, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(transaction);
        var sql = $"""
            SELECT {Columns}
            FROM {dialect.ForEach("@keys", "refusal", "r", "r.tenant_id = @tenant AND r.fold_key = wanted.value AND r.id >= @firstId")}
            """;
        return transaction.ListAsync<RefusalRow>(sql, new { tenant, keys = dialect.List(foldKeys), firstId }, cancellationToken);
    }

    /// <summary>Refusals of the same people around the same time that share an id or a second with a report: the candidates for folding.</summary>
    /// <param name="take">At most so many, in no order.</param>
    public Task<IReadOnlyList<RefusalRow>> FindNearAsync(
        TenantId tenant, RefusalSearch near, int take, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(transaction);
        var sql = $"""
            SELECT {Columns}
            FROM {dialect.ForEach("@people", "refusal", "r", Near)}
            WHERE (r.action = 'delayed' OR r.permanent IS FALSE) = @deferrals
              AND (r.message_id {dialect.AnyOf("@messages")}
                   OR r.queue_id {dialect.AnyOf("@queues")}
                   OR r.occurred_at / 1000 {dialect.AnyOf("@seconds")}
                   OR (r.message_id IS NULL AND r.queue_id IS NULL AND r.occurred_at / 1000 {dialect.AnyOf("@bareSeconds")}))
            LIMIT @take
            """;
        var parameters = new
        {
            tenant,
            deferrals = near.Deferrals,
            people = dialect.List(near.RecipientKeys),
            from = near.From,
            until = near.Until,
            firstId = near.FirstId,
            messages = dialect.List(near.MessageIds),
            queues = dialect.List(near.QueueIds),
            seconds = dialect.List(near.Seconds),
            bareSeconds = dialect.List(near.BareSeconds),
            take,
        };
        return transaction.ListAsync<RefusalRow>(sql, parameters, cancellationToken);
    }

    /// <summary>Which of these messages a source that vouches for itself told of.</summary>
    public Task<IReadOnlyList<string>> VerifiedMessagesAsync(
        TenantId tenant, IReadOnlyCollection<string> messageIds, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(transaction);
        var sql = $"""
            SELECT DISTINCT message_id FROM refusal WHERE tenant_id = @tenant AND message_id {dialect.AnyOf("@messages")} AND verified
            """;
        return transaction.ListAsync<string>(sql, new { tenant, messages = dialect.List(messageIds) }, cancellationToken);
    }

    public Task AddAsync(
        TenantId tenant, IReadOnlyCollection<RefusalRow> rows, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.InsertAsync(RefusalTable.Of(tenant), rows, cancellationToken);

    /// <summary>Writes the fields that a second source completed; id, person, incident and time of intake stay.</summary>
    public Task CompleteAsync(
        TenantId tenant, IReadOnlyCollection<RefusalRow> rows, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.UpdateAsync(RefusalTable.Completed(tenant), rows, null, cancellationToken);

    /// <summary>Notes which evidence told of which refusals; a second time changes nothing.</summary>
    public Task LinkEvidenceAsync(
        TenantId tenant, IReadOnlyCollection<EvidenceLink> links, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var table = new BulkTable<EvidenceLink>(
            "refusal_evidence",
            ["tenant_id", "refusal_id", "evidence_id"],
            (link, sink) =>
            {
                sink.Write(tenant.Value);
                sink.Write(link.RefusalId);
                sink.Write(link.EvidenceId);
            });
        return transaction.UpsertAsync(new BulkUpsert<EvidenceLink>(table, "ON CONFLICT DO NOTHING"), links, null, cancellationToken);
    }
}
