using BounceBoard.Core.Tenants;
using BounceBoard.Core.Verdicts;
using BounceBoard.Storage.Database;
using Dapper;

namespace BounceBoard.Storage.Incidents;

/// <summary>Incidents of one tenant, from running counts: no list scans refusals.</summary>
public sealed class IncidentReader(Database.Database database)
{
    private const string Columns = """
        id, number, family, scope, scope_name, state, title, refusals, people, first_at, last_at, opened_at, closed_at, verdict, cause,
        confidence, decided_at
        """;

    private const string Where = IncidentConditions.Where;
    private const string OrderBy = IncidentConditions.OrderBy;

    public async Task<IReadOnlyList<IncidentRow>> ListAsync(TenantId tenant, IncidentFilter filter, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT {Columns}
            FROM incident
            WHERE tenant_id = @tenant AND {Where}
            ORDER BY {OrderBy}
            LIMIT @take OFFSET @skip
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<IncidentRow>(
            new CommandDefinition(sql, IncidentConditions.Parameters(tenant, filter), cancellationToken: cancellationToken))];
    }

    /// <summary>How many the filter finds, whatever its page.</summary>
    public async Task<long> CountAsync(TenantId tenant, IncidentFilter filter, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT COUNT(*) FROM incident WHERE tenant_id = @tenant AND {Where}
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleAsync<long>(
            new CommandDefinition(sql, IncidentConditions.Parameters(tenant, filter), cancellationToken: cancellationToken));
    }

    public async Task<IncidentRow?> FindByNumberAsync(TenantId tenant, long number, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT {Columns} FROM incident WHERE tenant_id = @tenant AND number = @number
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<IncidentRow>(
            new CommandDefinition(sql, new { tenant, number }, cancellationToken: cancellationToken));
    }

    public async Task<IncidentRow?> FindAsync(TenantId tenant, long id, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT {Columns} FROM incident WHERE tenant_id = @tenant AND id = @id
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<IncidentRow>(
            new CommandDefinition(sql, new { tenant, id }, cancellationToken: cancellationToken));
    }

    /// <summary>Open and recovering incidents per verdict; those not decided yet count as Investigate, which is what they need.</summary>
    public async Task<IReadOnlyDictionary<Verdict, long>> CountsByVerdictAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT COALESCE(verdict, 'Investigate') AS value, COUNT(*) AS incidents
            FROM incident
            WHERE tenant_id = @tenant AND state IN ('Open', 'Recovering')
            GROUP BY COALESCE(verdict, 'Investigate')
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Value, long Incidents)>(
            new CommandDefinition(sql, new { tenant }, cancellationToken: cancellationToken));
        var found = rows.ToDictionary(row => Enum.Parse<Verdict>(row.Value), row => row.Incidents);
        return Enum.GetValues<Verdict>().ToDictionary(verdict => verdict, verdict => found.GetValueOrDefault(verdict));
    }

    /// <summary>Refusals per hour of a whole page of incidents in one query, for its sparklines.</summary>
    public async Task<IReadOnlyList<HourlyRow>> HourlyAsync(
        TenantId tenant, IReadOnlyCollection<long> incidentIds, DateTimeOffset from, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT incident_id, hour, refusals
            FROM incident_hour
            WHERE tenant_id = @tenant AND incident_id IN @incidentIds AND hour >= @from
            ORDER BY incident_id, hour
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<HourlyRow>(new CommandDefinition(
            sql, new { tenant, incidentIds, from = Hours.StartOf(from) }, cancellationToken: cancellationToken))];
    }

    /// <summary>Refusals of every family at one scope per day (UTC), keyed by the start of the day.</summary>
    public async Task<IReadOnlyDictionary<DateTimeOffset, long>> ByDayAtScopeAsync(
        TenantId tenant, string scopeName, DateTimeOffset from, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT h.hour - h.hour % 86400000 AS day, SUM(h.refusals) AS refusals
            FROM incident i
            JOIN incident_hour h ON h.tenant_id = i.tenant_id AND h.incident_id = i.id
            WHERE i.tenant_id = @tenant AND i.scope_name = @scopeName AND h.hour >= @from
            GROUP BY h.hour - h.hour % 86400000
            """;
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(long Day, long Refusals)>(
            new CommandDefinition(sql, new { tenant, scopeName, from = Hours.StartOf(from) }, cancellationToken: cancellationToken));
        return rows.ToDictionary(row => DateTimeOffset.FromUnixTimeMilliseconds(row.Day), row => row.Refusals);
    }
}
