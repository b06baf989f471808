using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Sources;

namespace BounceBoard.Operations.Sources;

/// <summary>Checks the name of a new source.</summary>
internal static class SourceNames
{
    /// <returns>Why the name cannot be taken, or null.</returns>
    public static async Task<string?> ProblemAsync(SourceReader sources, TenantId tenant, string name, CancellationToken cancellationToken) => name.Length switch
    {
        0 or > 100 => "The name is missing or longer than 100 characters.",
        _ when await sources.FindByNameAsync(tenant, name, cancellationToken) is not null => $"There is a source '{name}' already. Choose another name.",
        _ => null,
    };
}
