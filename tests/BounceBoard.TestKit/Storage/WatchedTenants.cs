using BounceBoard.Storage.Database;

namespace BounceBoard.TestKit.Storage;

/// <summary>The few rows that make a domain worth watching: a tenant, an incident with a refusal, a sending domain.</summary>
public static class WatchedTenants
{
    public static async Task AddTenantAsync(this Database database, long tenant, bool isDemo = false, string state = "Active") =>
        await RunAsync(database, $"""
            INSERT INTO tenant (tenant_id, slug, name, state, is_demo, created_at) VALUES ({tenant}, 't{tenant}', 'T{tenant}', '{state}', {(isDemo ? 1 : 0)}, 0)
            """);

    public static async Task AddSendingDomainAsync(this Database database, long tenant, string name, string selectors = "[]") =>
        await RunAsync(database, $"""
            INSERT INTO tenant_domain (tenant_id, id, name, selectors, added_at)
            VALUES ({tenant}, (SELECT count(*) + 1 FROM tenant_domain), '{name}', '{selectors}', 0)
            """);

    /// <summary>An incident of one refusal; its number and id are <paramref name="id"/>.</summary>
    public static async Task AddIncidentAsync(
        this Database database, long tenant, long id, string domain, string remoteIp, DateTimeOffset at, string state = "Open")
    {
        var ms = at.ToUnixTimeMilliseconds();
        await RunAsync(database, $"""
            INSERT INTO incident (tenant_id, id, number, family, scope, scope_name, state, title, refusals, people, first_at, last_at, opened_at)
            VALUES ({tenant}, {id}, {id}, 'Relay', 'RecipientDomain', '{domain}-{id}', '{state}', 'x', 1, 1, {ms}, {ms}, {ms});
            INSERT INTO incident_domain (tenant_id, incident_id, recipient_domain, refusals, last_at) VALUES ({tenant}, {id}, '{domain}', 1, {ms});
            INSERT INTO refusal (tenant_id, id, fold_key, incident_id, recipient, recipient_key, recipient_domain, upper_case, action, remote_ip,
                remote_ip_source, format, category, family, verified, occurred_at, occurred_source, ingested_at)
            VALUES ({tenant}, {id}, 'f{id}', {id}, 'a@{domain}', 'a@{domain}', '{domain}', 0, 'failed', '{remoteIp}',
                'Stated', 'dsn', 'RelayDenied', 'Relay', 1, {ms}, 'Stated', {ms})
            """);
    }

    public static async Task CloseIncidentAsync(this Database database, long tenant, long id) =>
        await RunAsync(database, $"UPDATE incident SET state = 'Resolved' WHERE tenant_id = {tenant} AND id = {id}");

    private static async Task RunAsync(Database database, string sql)
    {
        await using var connection = await database.OpenAsync(default);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Rows of a test: nothing in them comes from outside.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
