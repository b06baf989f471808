using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Operations.Verdicts;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.MxObservations;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Web.Incidents;

/// <summary>Finds the refusal that stands for an incident and reads its server against the MX; asks no resolver.</summary>
public sealed class EndpointViews(RefusalReader refusals, VerdictDesk desk, MxObservationReader observations)
{
    private const int Latest = 200;

    /// <returns>Null when the incident holds no refusal.</returns>
    public async Task<EndpointView?> LoadAsync(TenantRow tenant, long incidentId, CancellationToken cancellationToken)
    {
        var rows = await refusals.ListByIncidentAsync(tenant.Id, incidentId, Latest, null, cancellationToken);
        if (StandIn(rows) is not { } refusal || await desk.DiagnoseAsync(tenant.Id, refusal.Id, cancellationToken) is not { } diagnosis)
        {
            return null;
        }
        var origin = tenant.IsDemo ? ObservationOrigin.Recorded : ObservationOrigin.Live;
        IReadOnlyList<MxObservation> seen = DomainName.TryParse(refusal.RecipientDomain, out var domain)
            ? await observations.ListAsync(domain, origin, cancellationToken)
            : [];
        return new(refusal, diagnosis.Comparison, diagnosis.ComparisonThen, seen);
    }

    // The same server refusing the most people is what the incident is about; of equals the latest.
    private static RefusalRow? StandIn(IReadOnlyList<RefusalRow> rows) =>
        rows.GroupBy(row => (row.RecipientDomain, row.RemoteIp, row.RemoteMta, row.Category, row.Verified))
            .OrderByDescending(group => group.Select(row => row.RecipientKey).Distinct(StringComparer.Ordinal).Count())
            .ThenByDescending(group => group.Max(row => row.OccurredAt))
            .Select(group => group.OrderByDescending(row => row.OccurredAt).First())
            .FirstOrDefault();
}
