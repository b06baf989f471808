using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Incidents;

/// <summary>Notes of incidents.</summary>
public sealed class IncidentNoteReader(Database.Database database)
{
    /// <summary>The oldest first.</summary>
    public Task<IReadOnlyList<IncidentNoteRow>> ListAsync(TenantId tenant, long incidentId, int take, CancellationToken cancellationToken) =>
        database.ListAsync<IncidentNoteRow>(
            """
            SELECT id, incident_id, written_at, author, text
            FROM incident_note
            WHERE tenant_id = @tenant AND incident_id = @incidentId
            ORDER BY id
            LIMIT @take
            """,
            new { tenant, incidentId, take },
            cancellationToken);
}
