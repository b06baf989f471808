using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Appends what was decided about a batch, in the transaction that moved it.</summary>
public sealed class RetryDecisionWriter
{
    public Task AddAsync(TenantId tenant, RetryDecisionRow decision, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO retry_decision (tenant_id, id, batch_id, stage, event, from_state, to_state, plan_hash, decided_at, decided_by_id, decided_by, comment)
            VALUES (@tenant, @Id, @BatchId, @Stage, @happened, @from, @to, @PlanHash, @DecidedAt, @DecidedById, @DecidedBy, @Comment)
            """,
            new
            {
                tenant,
                decision.Id,
                decision.BatchId,
                decision.Stage,
                happened = decision.Event.ToString(),
                from = decision.FromState.ToString(),
                to = decision.ToState.ToString(),
                decision.PlanHash,
                decision.DecidedAt,
                decision.DecidedById,
                decision.DecidedBy,
                decision.Comment,
            },
            cancellationToken);
}
