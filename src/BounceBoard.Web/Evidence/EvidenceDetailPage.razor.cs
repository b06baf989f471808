using System.Globalization;
using BounceBoard.Operations.Tenants;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Evidence;

/// <summary>One piece of evidence: what it told, and its bytes as text that does nothing.</summary>
public sealed partial class EvidenceDetailPage(EvidenceModel model, NavigationManager navigation) : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private EvidenceData? _data;

    [CascadingParameter]
    public required TenantContext Tenant { get; set; }

    [Parameter]
    public required string Slug { get; set; }

    [Parameter]
    public long Id { get; set; }

    /// <summary>First byte of the raw view.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    private IReadOnlyList<(string Text, string Href)> Crumbs =>
        [(Tenant.Tenant.Name, $"/t/{Slug}"), ("Evidence", $"/t/{Slug}/evidence")];

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        var from = long.TryParse(From, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        _data = await model.LoadAsync(Tenant, Id, from, _left.Token);
        if (_data is null)
        {
            navigation.NotFound();
        }
    }
}
