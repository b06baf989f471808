using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Incidents;

/// <summary>The one look across tenants: to a tenant it gives a number and nothing else, to the operator of the installation it names the tenants.</summary>
public sealed class OtherSendersReader(Database.Database database)
{
    /// <summary>Senders, the asking one included, from which on the number is told: of fewer, one could guess who they are.</summary>
    public const int FewestSenders = 3;

    /// <summary>How many others have a spike at the same scope in the same hours.</summary>
    /// <param name="tenant">The asking tenant, which is not counted; sample data and archived tenants are not either.</param>
    /// <param name="until">End of the hours; open spikes last for ever.</param>
    /// <returns>0 when all together are fewer than <see cref="FewestSenders"/>.</returns>
    public async Task<long> CountAsync(
        TenantId tenant, IncidentScope scope, string scopeName, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT COUNT(DISTINCT i.tenant_id)
            FROM incident i
            JOIN tenant t ON t.tenant_id = i.tenant_id
            WHERE i.scope_name = @scopeName AND i.scope = @scope AND i.since_at IS NOT NULL AND i.since_at <= @until
                AND (i.stopped_at IS NULL OR i.stopped_at >= @since) AND i.tenant_id <> @tenant AND NOT t.is_demo AND t.state <> 'Archived'
            """;
        var others = await database.FindAsync<long>(sql, new { tenant, scope = scope.ToString(), scopeName, since, until }, cancellationToken);
        return others + 1 >= FewestSenders ? others : 0;
    }

    /// <summary>The hours of others at the same scope: each may have too few people to notice what all together show.</summary>
    /// <returns>Nothing when they and the asking tenant are fewer than <see cref="FewestSenders"/>; of many, those whose latest refusal is the latest.</returns>
    public async Task<IReadOnlyList<SenderHourRow>> HoursAsync(
        TenantId tenant, IncidentScope scope, string scopeName, DateTimeOffset lately, DateTimeOffset from, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT o.tenant_id AS sender, o.family, h.hour, h.people
            FROM (SELECT i.tenant_id, i.id, i.family
                  FROM incident i
                  JOIN tenant t ON t.tenant_id = i.tenant_id
                  WHERE i.scope_name = @scopeName AND i.last_at >= @lately AND i.scope = @scope AND i.tenant_id <> @tenant AND NOT t.is_demo
                      AND t.state <> 'Archived'
                  ORDER BY i.last_at DESC
                  LIMIT 40) o
            JOIN incident_hour h ON h.tenant_id = o.tenant_id AND h.incident_id = o.id
            WHERE h.hour >= @from AND h.people > 0
            """;
        var parameters = new { tenant, scope = scope.ToString(), scopeName, lately, from = Hours.StartOf(from) };
        var hours = await database.ListAsync<SenderHourRow>(sql, parameters, cancellationToken);
        return hours.Select(hour => hour.Sender).Distinct().Count() + 1 >= FewestSenders ? hours : [];
    }

    /// <summary>For the operator only: spikes of every tenant since a time that go on or ended after it, newest first.</summary>
    public Task<IReadOnlyList<SpikeAtTenantRow>> ListAsync(DateTimeOffset since, DateTimeOffset endedAfter, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT i.scope_name, i.tenant_id, i.number, i.since_at, i.stopped_at
            FROM incident i
            JOIN tenant t ON t.tenant_id = i.tenant_id
            WHERE i.since_at IS NOT NULL AND i.since_at >= @since AND (i.stopped_at IS NULL OR i.stopped_at >= @endedAfter) AND i.scope <> 'OwnRelay'
                AND NOT t.is_demo AND t.state <> 'Archived'
            ORDER BY i.since_at DESC
            LIMIT 1000
            """;
        return database.ListAsync<SpikeAtTenantRow>(sql, new { since, endedAfter }, cancellationToken);
    }
}
