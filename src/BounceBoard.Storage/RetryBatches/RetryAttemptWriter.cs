using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Adds the cohort of a batch.</summary>
public sealed class RetryAttemptWriter
{
    private static readonly string[] Names =
    [
        "tenant_id", "id", "batch_id", "stage", "position", "incident_id", "recipient", "recipient_key", "domain", "refusal_id", "original_id", "sender",
        "pool", "state", "message_id",
    ];

    public Task AddAsync(TenantId tenant, IReadOnlyList<RetryAttemptRow> attempts, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.InsertAsync(
            new BulkTable<RetryAttemptRow>("retry_attempt", Names, (row, sink) =>
            {
                sink.Write(tenant.Value);
                sink.Write(row.Id);
                sink.Write(row.BatchId);
                sink.Write((long)row.Stage);
                sink.Write((long)row.Position);
                sink.Write(row.IncidentId);
                sink.Write(row.Recipient);
                sink.Write(row.RecipientKey);
                sink.Write(row.Domain);
                sink.Write(row.RefusalId);
                sink.Write(row.OriginalId);
                sink.Write(row.Sender);
                sink.Write(row.Pool);
                sink.Write(row.State.ToString());
                sink.Write(row.MessageId);
            }),
            attempts,
            cancellationToken);
}
