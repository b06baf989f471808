using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Incidents;

/// <summary>A person's saved views of one tenant's incident list: a name for a search.</summary>
public sealed class SavedViews(SavedViewReader views, SavedViewWriter writer, AuditedWrite writes)
{
    private const int LongestName = 60;
    private const int LongestQuery = 300;
    private const int Most = 30;

    /// <summary>Adds it, or gives the name another search.</summary>
    public Task<OperationResult<Unit>> SaveAsync(Actor actor, TenantId tenant, string name, string query, CancellationToken cancellationToken) =>
        writes.InTenantAsync<Unit>(
            actor,
            tenant,
            TenantAction.See,
            async scope =>
            {
                var row = new SavedViewRow { Name = name.Trim(), Query = query.Trim() };
                if (actor.UserId is not { } user || row.Name.Length is 0 or > LongestName || row.Query.Length > LongestQuery)
                {
                    return new OperationResult.Refused($"Give the view a name of 1 to {LongestName} characters.");
                }
                var known = await views.ListAsync(tenant, user, cancellationToken);
                if (known.Count >= Most && known.All(view => view.Name != row.Name))
                {
                    return new OperationResult.Refused($"There are {Most} views already. Remove one first.");
                }
                await writer.SaveAsync(tenant, user, row, scope.Now, scope.Transaction, cancellationToken);
                await scope.AuditAsync("view.save", $"view {row.Name}", row.Query, cancellationToken);
                return new Unit();
            },
            cancellationToken);

    public Task<OperationResult<Unit>> RemoveAsync(Actor actor, TenantId tenant, string name, CancellationToken cancellationToken) =>
        writes.InTenantAsync<Unit>(
            actor,
            tenant,
            TenantAction.See,
            async scope =>
            {
                if (actor.UserId is not { } user || !await writer.RemoveAsync(tenant, user, name, scope.Transaction, cancellationToken))
                {
                    return new OperationResult.Refused("There is no such view. Load the page again.");
                }
                await scope.AuditAsync("view.remove", $"view {name}", "", cancellationToken);
                return new Unit();
            },
            cancellationToken);
}
