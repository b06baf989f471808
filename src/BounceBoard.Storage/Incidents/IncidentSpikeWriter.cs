using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Incidents;

/// <summary>Keeps what was found of an incident's spike beside its counts, for lists and for other tenants' numbers.</summary>
public sealed class IncidentSpikeWriter
{
    public Task SetAsync(TenantId tenant, long id, IncidentSpikeRow spike, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE incident
            SET since_at = @SinceAt, stopped_at = @StoppedAt, expected_thousandths = @ExpectedThousandths, actual = @Actual, attempts = @Attempts, spike_text = @SpikeText,
                explained_by = @ExplainedBy, explanation = @Explanation, other_senders = @OtherSenders
            WHERE tenant_id = @tenant AND id = @id
            """;
        var parameters = new
        {
            tenant,
            id,
            spike.SinceAt,
            spike.StoppedAt,
            ExpectedThousandths = spike.Expected is { } expected ? (long?)Math.Round(expected * 1000) : null,
            spike.Actual,
            spike.Attempts,
            spike.SpikeText,
            spike.ExplainedBy,
            spike.Explanation,
            spike.OtherSenders,
        };
        return transaction.ExecuteAsync(sql, parameters, cancellationToken);
    }
}
