using BounceBoard.Storage.Database;

namespace BounceBoard.TestKit.Storage;

/// <summary>The few rows that make a domain worth watching: a tenant, an incident with a refusal, a sending domain.</summary>
public static class WatchedTenants
{
    public static async Task AddTenantAsync(this Database database, long tenant, bool isDemo = false, string state = "Active") =>
        await database.RunAsync($"""
            INSERT INTO tenant (tenant_id, slug, name, state, is_demo, created_at) VALUES ({tenant}, 't{tenant}', 'T{tenant}', '{state}', {isDemo}, 0)
            """);

    public static async Task AddSendingDomainAsync(this Database database, long tenant, string name, string selectors = "[]") =>
        await database.RunAsync($"""
            INSERT INTO tenant_domain (tenant_id, id, name, selectors, added_at)
            VALUES ({tenant}, (SELECT count(*) + 1 FROM tenant_domain), '{name}', '{selectors}', 0)
            """);

    /// <summary>An incident of one refusal; its number and id are <paramref name="id"/>.</summary>
    public static async Task AddIncidentAsync(
        this Database database, long tenant, long id, string domain, string remoteIp, DateTimeOffset at, string state = "Open")
    {
        var ms = at.ToUnixTimeMilliseconds();
        await database.RunAsync($"""
            INSERT INTO incident (tenant_id, id, number, family, scope, scope_name, state, title, refusals, people, first_at, last_at, opened_at)
            VALUES ({tenant}, {id}, {id}, 'Relay', 'RecipientDomain', '{domain}-{id}', '{state}', 'x', 1, 1, {ms}, {ms}, {ms});
            INSERT INTO incident_domain (tenant_id, incident_id, recipient_domain, refusals, last_at) VALUES ({tenant}, {id}, '{domain}', 1, {ms});
            INSERT INTO refusal (tenant_id, id, fold_key, incident_id, recipient, recipient_key, recipient_domain, upper_case, action, remote_ip,
                remote_ip_source, format, category, family, verified, occurred_at, occurred_source, ingested_at)
            VALUES ({tenant}, {id}, 'f{id}', {id}, 'a@{domain}', 'a@{domain}', '{domain}', FALSE, 'failed', '{remoteIp}',
                'Stated', 'dsn', 'RelayDenied', 'Relay', TRUE, {ms}, 'Stated', {ms});
            INSERT INTO delivery_hour (tenant_id, hour, recipient_domain, remote_ip, pool, upper_case, outcome, messages)
            VALUES ({tenant}, {ms - ms % 3_600_000}, '{domain}', '{remoteIp}', '', FALSE, 'Refused', 1)
            ON CONFLICT (tenant_id, recipient_domain, hour, remote_ip, pool, upper_case, outcome)
            DO UPDATE SET messages = delivery_hour.messages + excluded.messages
            """);
    }

    public static async Task CloseIncidentAsync(this Database database, long tenant, long id) =>
        await database.RunAsync($"UPDATE incident SET state = 'Resolved' WHERE tenant_id = {tenant} AND id = {id}");
}
