using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Alerts;

/// <summary>Reads where a tenant's alerts go.</summary>
public sealed class AlertDestinationReader(Database.Database database)
{
    private const string Columns = """
        tenant_id, id, name, kind, target, secret_sealed, kinds, least_confidence, least_people, least_drop, quiet_from, quiet_until, quiet_zone, state,
        failing_since, failures, next_try_at, disabled_at, last_at, last_answer, created_at
        """;

    /// <summary>All of the tenant, by name.</summary>
    public Task<IReadOnlyList<AlertDestinationRow>> ListAsync(TenantId tenant, CancellationToken cancellationToken) =>
        database.ListAsync<AlertDestinationRow>(
            $"""SELECT {Columns} FROM alert_destination WHERE tenant_id = @tenant ORDER BY name, id""", new { tenant }, cancellationToken);

    public Task<AlertDestinationRow?> FindAsync(TenantId tenant, long id, CancellationToken cancellationToken) =>
        database.FindAsync<AlertDestinationRow>(
            $"""SELECT {Columns} FROM alert_destination WHERE tenant_id = @tenant AND id = @id""", new { tenant, id }, cancellationToken);
}
