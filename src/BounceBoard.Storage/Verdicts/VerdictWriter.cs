using System.Data.Common;
using System.Text.Json;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Verdicts;

/// <summary>Appends verdicts.</summary>
public sealed class VerdictWriter
{
    /// <summary>Appends the verdict unless the one in force has the same fingerprint.</summary>
    /// <returns>True when a row was added.</returns>
    public async Task<bool> AppendIfNewAsync(TenantId tenant, VerdictRow row, DbTransaction transaction, CancellationToken cancellationToken)
    {
        // The newest row is the one with the greatest id. The clocks of nodes differ, so an id that is not above the tenant's last is raised; the
        // tenant's turn keeps a second writer out.
        const string sql = """
            INSERT INTO verdict (tenant_id, id, incident_id, decided_at, verdict, confidence, cause, sub_cause, relation, finding, evidence_ids,
                observation_ids, fingerprint)
            SELECT @tenant, CASE WHEN @id > newest.id THEN @id ELSE newest.id + 1 END, @incidentId, @decidedAt, @verdict, @confidence, @cause,
                @subCause, @relation, @finding, @evidenceIds, @observationIds, @fingerprint
            FROM (SELECT COALESCE(MAX(id), 0) AS id FROM verdict WHERE tenant_id = @tenant) newest
            WHERE @fingerprint IS DISTINCT FROM (
                SELECT fingerprint FROM verdict WHERE tenant_id = @tenant AND incident_id = @incidentId ORDER BY id DESC LIMIT 1)
            """;
        var parameters = new
        {
            tenant,
            id = row.Id,
            incidentId = row.IncidentId,
            decidedAt = row.DecidedAt,
            verdict = row.Verdict.ToString(),
            confidence = row.Confidence.ToString(),
            cause = row.Cause.ToString(),
            subCause = row.SubCause,
            relation = row.Relation.ToString(),
            finding = FindingJson.Write(row.Finding),
            evidenceIds = JsonSerializer.Serialize(row.EvidenceIds),
            observationIds = JsonSerializer.Serialize(row.ObservationIds),
            fingerprint = row.Fingerprint,
        };
        return await transaction.ExecuteAsync(sql, parameters, cancellationToken) == 1;
    }

    /// <returns>Id of the verdict in force as this transaction sees it; null while there is none.</returns>
    public Task<long?> InForceAsync(TenantId tenant, long incidentId, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.FindAsync<long?>(
            """SELECT MAX(id) FROM verdict WHERE tenant_id = @tenant AND incident_id = @incidentId""", new { tenant, incidentId }, cancellationToken);
}
