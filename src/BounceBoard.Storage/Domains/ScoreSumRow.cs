using BounceBoard.Core.Tenants;

namespace BounceBoard.Storage.Domains;

/// <summary>The scores of a tenant's domains in two figures.</summary>
public sealed class ScoreSumRow
{
    public required TenantId TenantId { get; init; }

    /// <summary>Domains with a score.</summary>
    public required int Domains { get; init; }

    /// <summary>The lower one of the two in the middle.</summary>
    public required int Median { get; init; }

    public required int Worst { get; init; }
}
