using System.Globalization;
using BounceBoard.Operations;
using BounceBoard.Operations.Tenants;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Incidents;

/// <summary>One incident: verdict, the refusing server against the MX, and the evidence below; its address is its state.</summary>
public sealed partial class IncidentPage(IncidentModel model, NavigationManager navigation) : IDisposable
{
    private static readonly ChangeKind[] Watched = [ChangeKind.Incidents, ChangeKind.Verdicts];
    private readonly CancellationTokenSource _left = new();
    private IncidentData? _data;

    [CascadingParameter]
    public required TenantContext Tenant { get; set; }

    [Parameter]
    public required string Slug { get; set; }

    [Parameter]
    public long Number { get; set; }

    [SupplyParameterFromQuery]
    public string? Tab { get; set; }

    [SupplyParameterFromQuery]
    public string? Before { get; set; }

    [SupplyParameterFromQuery]
    public string? Refusal { get; set; }

    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? AsOf { get; set; }

    private IncidentUrl Url => IncidentUrl.Read(Slug, Number, Tab, Before, Refusal, From, AsOf);

    private IReadOnlyList<(string Text, string Href)> Crumbs =>
        [(Tenant.Tenant.Name, $"/t/{Slug}"), ("Incidents", $"/t/{Slug}/incidents")];

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override Task OnParametersSetAsync() => _data?.Incident.Number == Number ? Task.CompletedTask : ReadAsync();

    private async Task ReadAsync()
    {
        _data = await model.LoadAsync(Tenant, Number, _left.Token);
        if (_data is null)
        {
            navigation.NotFound();
        }
    }

    private string? Current(IncidentTab tab) => Url.Tab == tab ? "page" : null;

    private static string Number0(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Count(long value, string one, string many) => $"{Number0(value)} {(value == 1 ? one : many)}";
}
