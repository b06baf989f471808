using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Evidence;

namespace BounceBoard.Web.Evidence;

/// <summary>Reads what the evidence list shows for one address.</summary>
public sealed class EvidenceListModel(EvidenceReader evidence)
{
    public async Task<EvidenceListData> LoadAsync(TenantId tenant, EvidenceListUrl url, CancellationToken cancellationToken)
    {
        // One more than a page: its presence says that there is a next one, without a count over the whole table.
        var rows = await evidence.ListAsync(tenant, url.Filter, EvidenceListUrl.PageSize + 1, url.Before, cancellationToken);
        var page = rows.Take(EvidenceListUrl.PageSize).ToArray();
        return new(page, await evidence.CountsAsync(tenant, cancellationToken), rows.Count > page.Length ? page[^1].Id : null);
    }
}
