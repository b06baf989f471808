using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Incidents;

/// <summary>Appends notes to incidents.</summary>
public sealed class IncidentNoteWriter
{
    public Task AddAsync(TenantId tenant, IncidentNoteRow row, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO incident_note (tenant_id, id, incident_id, written_at, author, text)
            VALUES (@tenant, @Id, @IncidentId, @WrittenAt, @Author, @Text)
            """,
            new { tenant, row.Id, row.IncidentId, row.WrittenAt, row.Author, row.Text },
            cancellationToken);
}
