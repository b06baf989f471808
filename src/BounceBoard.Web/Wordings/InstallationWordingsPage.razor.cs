using BounceBoard.Storage.Wordings;
using BounceBoard.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Wordings;

/// <summary>Unknown wordings summed over the tenants, for owners of the installation: the rows that the house lacks.</summary>
public sealed partial class InstallationWordingsPage(InstallationWordingReader reader, NavigationManager navigation)
{
    private const string Root = "/wordings";

    private IReadOnlyList<InstallationWordingRow>? _rows;
    private bool _hasMore;

    [CascadingParameter]
    public required Visit Visit { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Text { get; set; }

    [SupplyParameterFromQuery]
    public string? Sort { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    private WordingUrl Url => WordingUrl.Read(Text, null, Sort, Page);

    protected override async Task OnParametersSetAsync()
    {
        if (!Visit.IsOwner)
        {
            navigation.NotFound();
            return;
        }
        var filter = Url.Filter;
        // One more than a page: its presence says that there is a next one.
        var rows = await reader.ListAsync(filter.Text, filter.Sort, filter.Take + 1, filter.Skip, CancellationToken.None);
        (_rows, _hasMore) = ([.. rows.Take(filter.Take)], rows.Count > filter.Take);
    }
}
