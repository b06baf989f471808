using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using Dapper;

namespace BounceBoard.Storage.Incidents;

/// <summary>Keeps the running counts of an incident as refusals arrive.</summary>
public sealed class IncidentCountWriter
{
    /// <summary>Counts one new refusal: once per attempt, and the person once however often and however spelled.</summary>
    public async Task AddAsync(
        TenantId tenant, long incidentId, NewRefusal refusal, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string addPerson = """
            INSERT INTO incident_person (tenant_id, incident_id, recipient_key, refusals, first_at, last_at)
            VALUES (@tenant, @incidentId, @RecipientKey, 1, @At, @At)
            ON CONFLICT (tenant_id, incident_id, recipient_key)
            DO UPDATE SET refusals = incident_person.refusals + 1,
                first_at = CASE WHEN excluded.first_at < incident_person.first_at THEN excluded.first_at ELSE incident_person.first_at END,
                last_at = CASE WHEN excluded.last_at > incident_person.last_at THEN excluded.last_at ELSE incident_person.last_at END
            RETURNING refusals
            """;
        const string addHour = """
            INSERT INTO incident_hour (tenant_id, incident_id, hour, refusals)
            VALUES (@tenant, @incidentId, @hour, 1)
            ON CONFLICT (tenant_id, incident_id, hour) DO UPDATE SET refusals = incident_hour.refusals + 1
            """;
        const string addDomain = """
            INSERT INTO incident_domain (tenant_id, incident_id, recipient_domain, refusals, last_at)
            VALUES (@tenant, @incidentId, @RecipientDomain, 1, @At)
            ON CONFLICT (tenant_id, incident_id, recipient_domain)
            DO UPDATE SET refusals = incident_domain.refusals + 1,
                last_at = CASE WHEN excluded.last_at > incident_domain.last_at THEN excluded.last_at ELSE incident_domain.last_at END
            """;
        const string count = """
            UPDATE incident
            SET refusals = refusals + 1, people = people + @newPeople, first_at = CASE WHEN @At < first_at THEN @At ELSE first_at END,
                last_at = CASE WHEN @At > last_at THEN @At ELSE last_at END, decide_due = @now
            WHERE tenant_id = @tenant AND id = @incidentId
            """;
        var parameters = new DynamicParameters(refusal);
        parameters.AddDynamicParams(new { tenant, incidentId });
        parameters.Add("hour", Hours.StartOf(refusal.At));
        parameters.Add("now", now);
        var refusalsOfPerson = await transaction.FindAsync<long>(addPerson, parameters, cancellationToken);
        parameters.Add("newPeople", refusalsOfPerson == 1 ? 1 : 0);
        await transaction.ExecuteAsync(addHour, parameters, cancellationToken);
        await transaction.ExecuteAsync(addDomain, parameters, cancellationToken);
        await transaction.ExecuteAsync(count, parameters, cancellationToken);
    }

    /// <summary>Asks the rules to look again because a known refusal was completed.</summary>
    public Task LookAgainAsync(TenantId tenant, long incidentId, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE incident SET decide_due = @now WHERE tenant_id = @tenant AND id = @incidentId
            """;
        return transaction.ExecuteAsync(sql, new { tenant, incidentId, now }, cancellationToken);
    }
}
