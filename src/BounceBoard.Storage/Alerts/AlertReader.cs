using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Alerts;

/// <summary>Reads alerts of one tenant and what became of them.</summary>
public sealed class AlertReader(Database.Database database)
{
    private const string Columns = "id, kind, subject_id, episode, raised_at, due_at, content";

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<AlertRow>> ListAsync(TenantId tenant, int take, CancellationToken cancellationToken) =>
        database.ListAsync<AlertRow>(
            $"""SELECT {Columns} FROM alert WHERE tenant_id = @tenant ORDER BY id DESC LIMIT @take""", new { tenant, take }, cancellationToken);

    /// <summary>The oldest first.</summary>
    public Task<IReadOnlyList<AlertRow>> ListAsync(TenantId tenant, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        database.ListAsync<AlertRow>(
            $"""SELECT {Columns} FROM alert WHERE tenant_id = @tenant AND id {database.Dialect.AnyOf("@ids")} ORDER BY id""",
            new { tenant, ids = database.Dialect.List(ids) },
            cancellationToken);

    /// <summary>What is to be worded, longest due first.</summary>
    public Task<IReadOnlyList<AlertRow>> ListDueAsync(TenantId tenant, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        database.ListAsync<AlertRow>(
            $"""SELECT {Columns} FROM alert WHERE tenant_id = @tenant AND due_at <= @now ORDER BY due_at, id LIMIT @most""",
            new { tenant, now, most },
            cancellationToken);

    /// <summary>Where these alerts went and how.</summary>
    public Task<IReadOnlyList<AlertDeliveryRow>> DeliveriesAsync(
        TenantId tenant, IReadOnlyCollection<long> alerts, CancellationToken cancellationToken) =>
        database.ListAsync<AlertDeliveryRow>(
            $"""
            SELECT alert_id, destination_id, state, due_at, attempts, sent_at, answer
            FROM alert_delivery
            WHERE tenant_id = @tenant AND alert_id {database.Dialect.AnyOf("@alerts")}
            ORDER BY alert_id, destination_id
            """,
            new { tenant, alerts = database.Dialect.List(alerts) },
            cancellationToken);

    /// <summary>How many alerts are kept for a destination that is disabled.</summary>
    public Task<long> CountHeldAsync(TenantId tenant, long destinationId, CancellationToken cancellationToken) =>
        database.FindAsync<long>(
            """SELECT COUNT(*) FROM alert_delivery WHERE tenant_id = @tenant AND destination_id = @destinationId AND state = 'Held'""",
            new { tenant, destinationId },
            cancellationToken);
}
