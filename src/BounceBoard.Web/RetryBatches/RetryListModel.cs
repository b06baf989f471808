using BounceBoard.Core.Tenants;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Web.RetryBatches;

/// <summary>Reads what the list of retries shows for one address.</summary>
public sealed class RetryListModel(RetryBatchReader batches, RetryAttemptReader attempts, SendingStopReader stops)
{
    private const int MostOfAnIncident = 20;

    public async Task<RetryListData> LoadAsync(TenantId tenant, RetryListUrl url, CancellationToken cancellationToken)
    {
        // One more than a page: its presence says that there is a next one.
        var rows = await batches.ListAsync(tenant, url.Tab, RetryListUrl.PageSize + 1, url.Before, cancellationToken);
        RetryBatchRow[] page = [.. rows.Take(RetryListUrl.PageSize)];
        return new RetryListData(
            await CountedAsync(tenant, page, cancellationToken), await batches.CountsAsync(tenant, cancellationToken),
            await stops.ListAsync(tenant, cancellationToken), rows.Count > page.Length ? page[^1].Number : null);
    }

    /// <summary>The newest batches of one incident.</summary>
    public async Task<IReadOnlyList<RetryListRow>> OfIncidentAsync(TenantId tenant, long incidentId, CancellationToken cancellationToken) =>
        await CountedAsync(tenant, await batches.ListByIncidentAsync(tenant, incidentId, MostOfAnIncident, cancellationToken), cancellationToken);

    private async Task<IReadOnlyList<RetryListRow>> CountedAsync(
        TenantId tenant, IReadOnlyList<RetryBatchRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return [];
        }
        var tallies = (await attempts.TalliesAsync(tenant, [.. rows.Select(row => row.Id)], cancellationToken)).ToLookup(tally => tally.BatchId);
        return [.. rows.Select(row => new RetryListRow(row, OutcomeCounts.Of(tallies[row.Id])))];
    }
}
