using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Routes;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Routes;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Routes;

/// <summary>Sender pools, routes and own networks of one tenant.</summary>
public sealed partial class RoutesPage
{
    [CascadingParameter] private TenantContext Tenant { get; set; } = null!;

    [CascadingParameter] private Actor Actor { get; set; } = null!;

    [Inject] private SendingSide Sending { get; set; } = null!;

    [Inject] private PoolAdministration PoolAdministration { get; set; } = null!;

    [Inject] private RouteAdministration Administration { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter] public string Slug { get; set; } = "";

    [SupplyParameterFromQuery(Name = "pool")] private long? PoolId { get; set; }

    [SupplyParameterFromQuery(Name = "route")] private long? RouteId { get; set; }

    private IReadOnlyList<SenderPoolRow>? Pools { get; set; }

    private IReadOnlyList<OutboundRouteRow>? Routes { get; set; }

    private string Networks { get; set; } = "";

    private string? NetworkProblem { get; set; }

    private bool NetworksSaved { get; set; }

    private string? Problem { get; set; }

    private TenantId Id => Tenant.Tenant.Id;

    private bool Locked => !Tenant.Can(TenantAction.ManageRoutes);

    protected override async Task OnInitializedAsync()
    {
        await ReadAsync();
        Networks = string.Join('\n', await Sending.NetworksAsync(Id, CancellationToken.None));
    }

    private async Task ReadAsync() =>
        (Pools, Routes) = (await Sending.PoolsAsync(Id, CancellationToken.None), await Sending.RoutesAsync(Id, CancellationToken.None));

    private async Task<string?> SavePoolAsync(PoolDraft draft) =>
        await SavedAsync((await PoolAdministration.SaveAsync(Actor, Id, draft.Id, draft.Name, draft.Addresses, CancellationToken.None)).Problem, draft.Id);

    private async Task<string?> SaveRouteAsync(long? id, RouteDraft draft) =>
        await SavedAsync((await Administration.SaveAsync(Actor, Id, id, draft, CancellationToken.None)).Problem, id);

    private async Task RemovePoolAsync(SenderPoolRow pool)
    {
        Problem = (await PoolAdministration.RemoveAsync(Actor, Id, pool.Id, CancellationToken.None)).Problem;
        await ReadAsync();
    }

    private async Task RemoveRouteAsync(OutboundRouteRow route)
    {
        Problem = (await Administration.RemoveAsync(Actor, Id, route.Id, CancellationToken.None)).Problem;
        await ReadAsync();
    }

    private async Task SaveNetworksAsync()
    {
        NetworkProblem = (await Administration.SetOwnNetworksAsync(Actor, Id, Networks.Split('\n'), CancellationToken.None)).Problem;
        NetworksSaved = NetworkProblem is null;
    }

    private async Task<string?> SavedAsync(string? problem, long? changed)
    {
        if (problem is null)
        {
            await ReadAsync();
            if (changed is not null)
            {
                Navigation.NavigateTo($"/t/{Slug}/settings/routes");
            }
            StateHasChanged();
        }
        return problem;
    }

    private string Address(string what, long id) => $"/t/{Slug}/settings/routes?{what}={id}";
}
