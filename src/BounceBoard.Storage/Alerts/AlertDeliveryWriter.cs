using System.Data.Common;
using BounceBoard.Core.Alerts;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Alerts;

/// <summary>
/// Moves alerts on their way. A claim moves the due time to its own end, which is its name: should the sender die, the rows are due at that end and
/// another node sends them, so that they may come twice but are never lost.
/// </summary>
public sealed class AlertDeliveryWriter
{
    /// <param name="due">Null: held, since the destination is disabled.</param>
    public Task AddAsync(
        TenantId tenant, long destinationId, long alertId, DateTimeOffset? due, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO alert_delivery (tenant_id, destination_id, alert_id, state, due_at, attempts)
            VALUES (@tenant, @destinationId, @alertId, @state, @due, 0)
            """,
            new { tenant, destinationId, alertId, due, state = (due is null ? AlertDeliveryState.Held : AlertDeliveryState.Waiting).ToString() },
            cancellationToken);

    /// <summary>Takes all that is due at one destination, to be sent together.</summary>
    /// <param name="until">End of the claim and its name.</param>
    /// <returns>The alerts, the oldest first; none while another node sends.</returns>
    public async Task<IReadOnlyList<long>> ClaimAsync(
        TenantId tenant, long destinationId, DateTimeOffset now, DateTimeOffset until, int most, DbTransaction transaction,
        CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(transaction);
        var due = $"""
            SELECT alert_id FROM alert_delivery
            WHERE tenant_id = @tenant AND destination_id = @destinationId AND due_at <= @now
            ORDER BY alert_id
            LIMIT @most
            {dialect.ClaimRows}
            """;
        var take = $"""
            UPDATE alert_delivery SET state = 'Sending', due_at = @until, attempts = attempts + 1
            WHERE tenant_id = @tenant AND destination_id = @destinationId AND alert_id {dialect.AnyOf("@ids")}
              AND due_at <= @now AND state IN ('Waiting', 'Sending')
            RETURNING alert_id
            """;
        var ids = await transaction.ListAsync<long>(due, new { tenant, destinationId, now, most }, cancellationToken);
        if (ids.Count == 0)
        {
            return [];
        }
        var taken = await transaction.ListAsync<long>(
            take, new { tenant, destinationId, now, until, ids = dialect.List(ids) }, cancellationToken);
        return [.. taken.Order()];
    }

    /// <summary>Ends a claim.</summary>
    /// <param name="due">When it is tried again; null: never by itself.</param>
    /// <returns>Number of rows that were still held by this claim.</returns>
    public Task<int> EndAsync(
        TenantId tenant, long destinationId, DateTimeOffset until, AlertDeliveryState to, DateTimeOffset? due, DateTimeOffset now, string answer,
        DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            UPDATE alert_delivery
            SET state = @to, due_at = @due, answer = @answer, sent_at = CASE WHEN @to = 'Delivered' THEN @now ELSE sent_at END
            WHERE tenant_id = @tenant AND destination_id = @destinationId AND state = 'Sending' AND due_at = @until
            """,
            new { tenant, destinationId, until, to = to.ToString(), due, now, answer },
            cancellationToken);

    /// <summary>Lets what waits wait longer: a destination that fails gets one message when it is back, not one for each alert.</summary>
    public Task PostponeAsync(TenantId tenant, long destinationId, DateTimeOffset next, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            UPDATE alert_delivery SET due_at = @next
            WHERE tenant_id = @tenant AND destination_id = @destinationId AND state = 'Waiting' AND due_at < @next
            """,
            new { tenant, destinationId, next },
            cancellationToken);

    /// <summary>Moves all that is in one state to another: held when a destination is disabled, waiting when it is enabled.</summary>
    public Task<int> MoveAllAsync(
        TenantId tenant, long destinationId, AlertDeliveryState from, AlertDeliveryState to, DateTimeOffset? due, DbTransaction transaction,
        CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            UPDATE alert_delivery SET state = @to, due_at = @due
            WHERE tenant_id = @tenant AND destination_id = @destinationId AND state = @from
            """,
            new { tenant, destinationId, from = from.ToString(), to = to.ToString(), due },
            cancellationToken);
}
