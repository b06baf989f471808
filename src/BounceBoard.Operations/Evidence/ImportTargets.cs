using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.Evidence;

/// <summary>Finds tenant and source by the names a person types.</summary>
public sealed class ImportTargets(TenantReader tenants, SourceReader sources)
{
    public async Task<OperationResult<ImportTarget>> FindAsync(string slug, string source, CancellationToken cancellationToken)
    {
        if (await tenants.FindBySlugAsync(slug, cancellationToken) is not { } tenant)
        {
            return new OperationResult.Refused($"There is no tenant '{slug}'. The slug is the part of its address after /t/.");
        }

        if (await sources.FindByNameAsync(tenant.Id, source, cancellationToken) is { } found)
        {
            return new ImportTarget(tenant.Id, found.Id);
        }

        var names = (await sources.ListAsync(tenant.Id, cancellationToken)).Select(row => row.Name);
        return new OperationResult.Refused($"The tenant has no source '{source}'. It has: {string.Join(", ", names)}.");
    }
}
