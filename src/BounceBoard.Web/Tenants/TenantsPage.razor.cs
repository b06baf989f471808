using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Storage.Tenants;
using BounceBoard.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Tenants;

/// <summary>Every tenant the person may see, those that need attention first; a person of one tenant goes straight to it.</summary>
public sealed partial class TenantsPage
{
    private IReadOnlyDictionary<TenantId, HealthSum>? _sums;

    [CascadingParameter] private Visit Visit { get; set; } = null!;

    [Inject] private TenantReader Tenants { get; set; } = null!;

    [Inject] private HealthReading Health { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "q")] private string? Text { get; set; }

    [SupplyParameterFromQuery] private string? State { get; set; }

    [SupplyParameterFromQuery] private string? Sort { get; set; }

    private TenantListModel Model { get; set; } = new(null, null, null, TenantSort.Incidents);

    protected override async Task OnParametersSetAsync()
    {
        var isFront = new Uri(Navigation.Uri).AbsolutePath == "/";
        if (isFront && !Visit.IsOwner && Visit.Tenants is [var only])
        {
            Navigation.NavigateTo($"/t/{only.Slug}", replace: true);
            return;
        }
        Model = new TenantListModel(
            Model.Rows,
            Text,
            Enum.TryParse<TenantState>(State, ignoreCase: true, out var state) ? state : null,
            Enum.TryParse<TenantSort>(Sort, ignoreCase: true, out var sort) ? sort : TenantSort.Incidents);
        IReadOnlyCollection<TenantId>? visible = Visit.IsOwner ? null : [.. Visit.Tenants.Select(tenant => tenant.Id)];
        Model = Model with { Rows = await Tenants.OverviewAsync(visible, CancellationToken.None) };
        _sums ??= await Health.SumsAsync(visible, CancellationToken.None);
    }
}
