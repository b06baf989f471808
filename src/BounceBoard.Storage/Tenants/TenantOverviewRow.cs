using BounceBoard.Core.Tenants;

namespace BounceBoard.Storage.Tenants;

/// <summary>A tenant with the counts by which a provider sees which one needs attention.</summary>
public sealed class TenantOverviewRow
{
    public required TenantId Id { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required TenantState State { get; init; }

    public required bool IsDemo { get; init; }

    public required int Domains { get; init; }

    public required int OpenIncidents { get; init; }

    /// <summary>Refusals whose own time lies in the last 24 hours of the clock, the one that is running included.</summary>
    public required int Bounces24h { get; init; }

    /// <summary>When the last item was offered by any source; null when nothing ever was.</summary>
    public required DateTimeOffset? LastIntakeAt { get; init; }
}
