using BounceBoard.Core.Tenants;

namespace BounceBoard.Storage.Incidents;

/// <summary>An incident that the rules should look at, of whatever tenant.</summary>
public sealed class DueIncidentRow
{
    public required TenantId TenantId { get; init; }

    public required long IncidentId { get; init; }
}
