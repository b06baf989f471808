using BounceBoard.Core.Tenants;
using BounceBoard.Core.Verdicts;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Incidents;

/// <summary>Incidents of one tenant, from running counts: no list scans refusals.</summary>
public sealed class IncidentReader(Database.Database database)
{
    public async Task<IReadOnlyList<IncidentRow>> ListAsync(TenantId tenant, IncidentFilter filter, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT {IncidentColumns.All}
            FROM incident
            WHERE tenant_id = @tenant{IncidentConditions.Where(filter)}
            ORDER BY {IncidentConditions.OrderBy(filter)}
            LIMIT @take OFFSET @skip
            """;
        return await database.ListAsync<IncidentRow>(sql, IncidentConditions.Parameters(tenant, filter), cancellationToken);
    }

    /// <summary>How many the filter finds, whatever its page.</summary>
    public async Task<long> CountAsync(TenantId tenant, IncidentFilter filter, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT COUNT(*) FROM incident WHERE tenant_id = @tenant{IncidentConditions.Where(filter)}
            """;
        return await database.FindAsync<long>(sql, IncidentConditions.Parameters(tenant, filter), cancellationToken);
    }

    public async Task<IncidentRow?> FindByNumberAsync(TenantId tenant, long number, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT {IncidentColumns.All} FROM incident WHERE tenant_id = @tenant AND number = @number
            """;
        return await database.FindAsync<IncidentRow>(sql, new { tenant, number }, cancellationToken);
    }

    public async Task<IncidentRow?> FindAsync(TenantId tenant, long id, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT {IncidentColumns.All} FROM incident WHERE tenant_id = @tenant AND id = @id
            """;
        return await database.FindAsync<IncidentRow>(sql, new { tenant, id }, cancellationToken);
    }

    /// <summary>Incidents whose refusals this one counts, by number.</summary>
    public Task<IReadOnlyList<IncidentRow>> ListMergedIntoAsync(TenantId tenant, long id, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT {IncidentColumns.All} FROM incident WHERE tenant_id = @tenant AND merged_into = @id ORDER BY number
            """;
        return database.ListAsync<IncidentRow>(sql, new { tenant, id }, cancellationToken);
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
        var rows = await database.ListAsync<(string Value, long Incidents)>(sql, new { tenant }, cancellationToken);
        var found = rows.ToDictionary(row => Enum.Parse<Verdict>(row.Value), row => row.Incidents);
        return Enum.GetValues<Verdict>().ToDictionary(verdict => verdict, verdict => found.GetValueOrDefault(verdict));
    }

    /// <summary>Refusals per hour of a whole page of incidents in one query, for its sparklines.</summary>
    public async Task<IReadOnlyList<HourlyRow>> HourlyAsync(
        TenantId tenant, IReadOnlyCollection<long> incidentIds, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT incident_id, hour, refusals
            FROM incident_hour
            WHERE tenant_id = @tenant AND incident_id {database.Dialect.AnyOf("@ids")} AND hour >= @from
            ORDER BY incident_id, hour
            """;
        return await database.ListAsync<HourlyRow>(sql, new { tenant, ids = database.Dialect.List(incidentIds), from = Hours.StartOf(from) }, cancellationToken);
    }
}
