using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Tenants;

namespace BounceBoard.Storage.Tenants;

/// <summary>One client of the installation.</summary>
public sealed class TenantRow
{
    public required TenantId Id { get; init; }

    /// <summary>The name in links; unique, may be renamed.</summary>
    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required TenantState State { get; init; }

    /// <summary>Holds sample data with recorded DNS answers.</summary>
    public required bool IsDemo { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Days that evidence and refusals are kept; 0 for ever; null as the installation does.</summary>
    public int? RetentionDays { get; init; }

    /// <summary>What becomes of an address that the rules would suppress.</summary>
    public SuppressionMode SuppressionMode { get; init; }
}
