using System.Data.Common;
using System.Globalization;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Incidents;

/// <summary>The list of incidents; its address is its state.</summary>
public sealed partial class IncidentsPage(IncidentListModel model, NavigationManager navigation) : IDisposable
{
    private static readonly ChangeKind[] Watched = [ChangeKind.Incidents, ChangeKind.Verdicts];
    private readonly CancellationTokenSource _left = new();
    private IncidentListData? _data;
    private HashSet<long> _arrived = [];
    private IReadOnlySet<long> _selected = new HashSet<long>();
    private IncidentListUrl? _shown;
    private string? _fault;
    private string _search = "";

    [CascadingParameter]
    public required TenantContext Tenant { get; set; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [Parameter]
    public required string Slug { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    [SupplyParameterFromQuery]
    public string? Sort { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    private IncidentListUrl Url { get; set; } = IncidentListUrl.Usual;

    private bool MayHandle => Tenant.Can(TenantAction.HandleIncidents);

    private IReadOnlyList<(string Text, string Href)> Crumbs => [(Tenant.Tenant.Name, $"/t/{Slug}")];

    private string Sentence => _data is not { } data
        ? "Reading incidents…"
        : data.Total == 1 ? "1 incident matches." : $"{Number(data.Total)} incidents match, of {Number(data.InTenant)}.";

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        Url = IncidentListUrl.Read(Query, Sort, Page);
        if (Url == _shown)
        {
            return;
        }
        (_shown, _search, _arrived, _selected) = (Url, Url.SearchText, [], new HashSet<long>());
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var url = Url;
        var before = _data?.Rows.Select(row => row.Incident.Id).ToHashSet();
        IncidentListData data;
        try
        {
            data = await model.LoadAsync(Tenant, url, Actor?.UserId, _left.Token);
        }
        catch (DbException)
        {
            // A busy or full disk passes: the search box stays as it is, and the list can be read again in place.
            _fault = "The incidents could not be read from the database just now. Nothing is lost: read them again, and if it stays so, look into the log of the installation.";
            return;
        }
        if (url != Url)
        {
            // The reader moved on while this was read; the later reading shows its own.
            return;
        }
        _arrived = before is null ? [] : [.. data.Rows.Select(row => row.Incident.Id).Where(id => !before.Contains(id))];
        (_data, _fault) = (data, null);
        // What left the list is not acted on unseen.
        _selected = _selected.Intersect(data.Rows.Select(row => row.Incident.Id)).ToHashSet();
    }

    private Task ClearAsync()
    {
        _selected = new HashSet<long>();
        return ReadAsync();
    }

    private void Search() => navigation.NavigateTo((Url with { Search = _search.Trim(), Page = 1 }).ToHref(Slug));

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
