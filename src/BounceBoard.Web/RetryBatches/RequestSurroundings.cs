using BounceBoard.Core.Tenants;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Web.RetryBatches;

/// <summary>What a request needs to know besides its plan.</summary>
public sealed class RequestSurroundings(RetrySettingReader settings, RetryBatchReader batches)
{
    public Task<RetrySettingRow> SettingAsync(TenantId tenant) => settings.ReadAsync(tenant, CancellationToken.None);

    /// <returns>The number of a batch that was just asked for.</returns>
    public async Task<long?> NumberAsync(TenantId tenant, long batchId) => (await batches.FindAsync(tenant, batchId, CancellationToken.None))?.Number;
}
