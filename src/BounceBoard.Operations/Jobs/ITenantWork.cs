using BounceBoard.Core.Tenants;

namespace BounceBoard.Operations.Jobs;

/// <summary>
/// Due work of one kind, done tenant by tenant in slices of bounded size, so that one with a million due rows and one with a single row take turns. What
/// is due stands in the tables; a slice claims its rows, so slices may run on many nodes at once.
/// </summary>
public interface ITenantWork
{
    /// <summary>Stands in the database and in logs.</summary>
    string Name { get; }

    /// <summary>Tenants with due rows that nobody holds.</summary>
    Task<IReadOnlyList<TenantId>> TenantsAsync(CancellationToken cancellationToken);

    /// <summary>Claims one slice of the tenant's due rows and works it.</summary>
    Task<Slice> WorkAsync(TenantId tenant, CancellationToken cancellationToken);
}
