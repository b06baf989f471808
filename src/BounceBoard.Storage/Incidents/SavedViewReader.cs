using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Incidents;

/// <summary>The saved views of a person in one tenant.</summary>
public sealed class SavedViewReader(Database.Database database)
{
    /// <summary>By name.</summary>
    public Task<IReadOnlyList<SavedViewRow>> ListAsync(TenantId tenant, long userId, CancellationToken cancellationToken) =>
        database.ListAsync<SavedViewRow>(
            """SELECT name, query FROM saved_view WHERE tenant_id = @tenant AND user_id = @userId ORDER BY name""", new { tenant, userId }, cancellationToken);
}
