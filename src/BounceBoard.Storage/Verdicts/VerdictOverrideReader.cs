using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Verdicts;

/// <summary>People's own verdicts.</summary>
public sealed class VerdictOverrideReader(Database.Database database)
{
    private const string Columns = "id, incident_id, verdict, rules_said, reason, overridden_by, overridden_at";

    /// <summary>The oldest first; the last one is in force.</summary>
    public Task<IReadOnlyList<VerdictOverrideRow>> ListAsync(TenantId tenant, long incidentId, int take, CancellationToken cancellationToken) =>
        database.ListAsync<VerdictOverrideRow>(
            $"""
            SELECT {Columns}
            FROM (SELECT {Columns} FROM verdict_override WHERE tenant_id = @tenant AND incident_id = @incidentId ORDER BY id DESC LIMIT @take) latest
            ORDER BY id
            """,
            new { tenant, incidentId, take },
            cancellationToken);
}
