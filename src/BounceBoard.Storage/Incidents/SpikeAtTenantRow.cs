using BounceBoard.Core.Tenants;

namespace BounceBoard.Storage.Incidents;

/// <summary>A spike of one tenant's incident, for the operator of the installation.</summary>
public sealed class SpikeAtTenantRow
{
    public required string ScopeName { get; init; }

    public required TenantId TenantId { get; init; }

    /// <summary>Number of the incident within the tenant.</summary>
    public required long Number { get; init; }

    public required DateTimeOffset SinceAt { get; init; }

    public DateTimeOffset? StoppedAt { get; init; }
}
