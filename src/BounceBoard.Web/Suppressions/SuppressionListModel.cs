using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Suppressions;

namespace BounceBoard.Web.Suppressions;

/// <summary>Reads what the suppression list shows for one address.</summary>
public sealed class SuppressionListModel(SuppressionReader suppressions, IncidentReader incidents, TimeProvider time)
{
    // No incident has it: a number that the tenant has not finds nothing, and not everything.
    private const long Nobody = -1;

    public async Task<SuppressionListData> LoadAsync(TenantContext tenant, SuppressionListUrl url, CancellationToken cancellationToken)
    {
        var key = tenant.Tenant.Id;
        var filter = await FilterAsync(tenant, url, cancellationToken);
        // One more than a page: its presence says that there is a next one.
        var rows = await suppressions.ListAsync(key, filter, SuppressionListUrl.PageSize + 1, url.Before, cancellationToken);
        SuppressionRow[] page = [.. rows.Take(SuppressionListUrl.PageSize)];
        return new SuppressionListData(
            page,
            await suppressions.CountsAsync(key, cancellationToken),
            await suppressions.CountAsync(key, filter, cancellationToken),
            await suppressions.WindowsAsync(key, cancellationToken),
            rows.Count > page.Length ? page[^1].Id : null);
    }

    public async Task<SuppressionFilter> FilterAsync(TenantContext tenant, SuppressionListUrl url, CancellationToken cancellationToken) => new()
    {
        State = url.State,
        Reason = url.Reason,
        Source = url.Source,
        IncidentId = await IdAsync(tenant.Tenant.Id, url.Incident, cancellationToken),
        WindowId = await IdAsync(tenant.Tenant.Id, url.Window, cancellationToken),
        DueBy = url.Due ? time.GetUtcNow() : null,
        // Whoever sees addresses masked must not find out by searching whether one is here.
        Text = tenant.Can(TenantAction.SeeRecipients) ? url.Text : null,
    };

    private async Task<long?> IdAsync(TenantId tenant, long? number, CancellationToken cancellationToken) =>
        number is { } asked ? (await incidents.FindByNumberAsync(tenant, asked, cancellationToken))?.Id ?? Nobody : null;
}
