using BounceBoard.Core.Tenants;

namespace BounceBoard.Operations.Incidents;

/// <summary>Tells the pages of a change that was done.</summary>
internal static class IncidentChanges
{
    public static void PublishIncidents<T>(this ChangeFeed changes, TenantId tenant, OperationResult<T> result)
    {
        if (result is OperationResult<T>.Done)
        {
            changes.Publish(tenant, ChangeKind.Incidents);
        }
    }
}
