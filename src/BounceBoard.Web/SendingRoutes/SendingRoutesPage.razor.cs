using BounceBoard.Core.Tenants;
using BounceBoard.Operations;
using BounceBoard.Operations.SendingRoutes;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.SendingRoutes;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.SendingRoutes;

/// <summary>Routes of one tenant for controlled retries.</summary>
public sealed partial class SendingRoutesPage
{
    [CascadingParameter] private TenantContext Tenant { get; set; } = null!;

    [CascadingParameter] private Actor Actor { get; set; } = null!;

    [Inject] private SendingRouteModel Model { get; set; } = null!;

    [Inject] private SendingRouteAdministration Administration { get; set; } = null!;

    [Inject] private RouteTest Test { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter] public string Slug { get; set; } = "";

    [SupplyParameterFromQuery(Name = "route")] private long? RouteId { get; set; }

    private IReadOnlyList<SendingRouteRow>? Routes { get; set; }

    private IReadOnlyList<string> Domains { get; set; } = [];

    private IReadOnlyList<string> Pools { get; set; } = [];

    private string? Problem { get; set; }

    private string? Secret { get; set; }

    private string? Warning { get; set; }

    private RouteTestResult? Result { get; set; }

    private string Tested { get; set; } = "";

    private bool Testing { get; set; }

    private TenantId Id => Tenant.Tenant.Id;

    private bool Locked => !Tenant.Can(TenantAction.ManageRoutes);

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        (Domains, Pools) = await Model.ChoicesAsync(Id, CancellationToken.None);
        Routes = await Model.RoutesAsync(Id, CancellationToken.None);
    }

    private async Task<string?> SaveAsync(long? id, SendingRouteDraft draft)
    {
        var problem = Keep(id is { } known
            ? await Administration.ChangeAsync(Actor, Id, known, draft, CancellationToken.None)
            : await Administration.AddAsync(Actor, Id, draft, CancellationToken.None));
        if (problem is null)
        {
            await ReadAsync();
            if (id is not null)
            {
                Navigation.NavigateTo($"/t/{Slug}/settings/sending");
            }
            StateHasChanged();
        }
        return problem;
    }

    private async Task TestAsync(SendingRouteRow row)
    {
        (Testing, Result, Tested) = (true, null, row.Name);
        var result = await Test.RunAsync(Actor, Id, row.Id, CancellationToken.None);
        (Testing, Problem) = (false, result.Problem);
        Result = result.TryGet(out var heard) ? heard : null;
        await ReadAsync();
    }

    private async Task RenewAsync(SendingRouteRow row)
    {
        Problem = Keep(await Administration.RenewSecretAsync(Actor, Id, row.Id, CancellationToken.None));
        await ReadAsync();
    }

    private async Task EnableAsync(SendingRouteRow row)
    {
        Problem = (await Administration.EnableAsync(Actor, Id, row.Id, !row.Enabled, CancellationToken.None)).Problem;
        await ReadAsync();
    }

    private async Task RemoveAsync(SendingRouteRow row)
    {
        Problem = (await Administration.RemoveAsync(Actor, Id, row.Id, CancellationToken.None)).Problem;
        await ReadAsync();
    }

    private string? Keep(OperationResult<SavedSendingRoute> result)
    {
        (Secret, Warning) = result.TryGet(out var saved) ? (saved.Secret, saved.Warning) : (null, null);
        return result.Problem;
    }
}
