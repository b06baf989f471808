using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Evidence;

namespace BounceBoard.Web.Evidence;

/// <summary>Reads what the evidence list shows for one address.</summary>
public sealed class EvidenceListModel(EvidenceReader evidence)
{
    public async Task<EvidenceListData> LoadAsync(TenantContext tenant, EvidenceListUrl url, CancellationToken cancellationToken)
    {
        // Names of files may hold recipients: whoever sees them masked must not find out by searching either.
        var filter = tenant.Can(TenantAction.SeeRecipients) || url.Text is null ? url.Filter : url.Filter with { Text = null };
        var key = tenant.Tenant.Id;
        // One more than a page: its presence says that there is a next one, without a count over the whole table.
        var rows = await evidence.ListAsync(key, filter, EvidenceListUrl.PageSize + 1, url.Before, cancellationToken);
        var page = rows.Take(EvidenceListUrl.PageSize).ToArray();
        return new(page, await evidence.CountsAsync(key, cancellationToken), rows.Count > page.Length ? page[^1].Id : null);
    }
}
