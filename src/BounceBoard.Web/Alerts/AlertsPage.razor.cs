using BounceBoard.Core.Tenants;
using BounceBoard.Operations;
using BounceBoard.Operations.Alerts;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Alerts;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Alerts;

/// <summary>Destinations of one tenant's alerts, and what was told lately.</summary>
public sealed partial class AlertsPage
{
    [CascadingParameter] private TenantContext Tenant { get; set; } = null!;

    [CascadingParameter] private Actor Actor { get; set; } = null!;

    [Inject] private AlertModel Model { get; set; } = null!;

    [Inject] private AlertAdministration Administration { get; set; } = null!;

    [Inject] private AlertTest Test { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter] public string Slug { get; set; } = "";

    [SupplyParameterFromQuery(Name = "destination")] private long? DestinationId { get; set; }

    private IReadOnlyList<AlertDestinationRow>? Destinations { get; set; }

    private IReadOnlyList<AlertEntry>? Recent { get; set; }

    private string? Problem { get; set; }

    private string? Secret { get; set; }

    private string? Tested { get; set; }

    private bool Took { get; set; }

    private bool Testing { get; set; }

    private TenantId Id => Tenant.Tenant.Id;

    private bool Locked => !Tenant.Can(TenantAction.ManageSettings);

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync() =>
        (Destinations, Recent) = (await Model.DestinationsAsync(Id, CancellationToken.None), await Model.RecentAsync(Id, CancellationToken.None));

    private async Task<string?> SaveAsync(long? id, AlertDraft draft)
    {
        var problem = id is { } known
            ? (await Administration.ChangeAsync(Actor, Id, known, draft, CancellationToken.None)).Problem
            : Keep(await Administration.AddAsync(Actor, Id, draft, CancellationToken.None));
        if (problem is null)
        {
            await ReadAsync();
            if (id is not null)
            {
                Navigation.NavigateTo($"/t/{Slug}/settings/alerts");
            }
            StateHasChanged();
        }
        return problem;
    }

    private async Task TestAsync(AlertDestinationRow row)
    {
        Testing = true;
        var result = await Test.SendAsync(Actor, Id, row.Id, CancellationToken.None);
        Testing = false;
        Problem = result.Problem;
        if (result.TryGet(out var answer))
        {
            Took = answer.Kind == AlertAnswerKind.Took;
            Tested = Took ? $"{row.Name} took the test: {answer.Text}" : $"{row.Name} did not take the test: {answer.Text}";
        }
        await ReadAsync();
    }

    private async Task RenewAsync(AlertDestinationRow row)
    {
        Problem = Keep(await Administration.RenewSecretAsync(Actor, Id, row.Id, CancellationToken.None));
        await ReadAsync();
    }

    private async Task EnableAsync(AlertDestinationRow row)
    {
        Problem = (await Administration.EnableAsync(Actor, Id, row.Id, CancellationToken.None)).Problem;
        await ReadAsync();
    }

    private async Task RemoveAsync(AlertDestinationRow row)
    {
        Problem = (await Administration.RemoveAsync(Actor, Id, row.Id, CancellationToken.None)).Problem;
        await ReadAsync();
    }

    private string? Keep(OperationResult<NewAlertDestination> result)
    {
        Secret = result.TryGet(out var made) ? made.Secret : null;
        return result.Problem;
    }

    private string Ways(AlertEntry entry) => entry.Ways.Count == 0
        ? "nobody"
        : string.Join(", ", entry.Ways.Select(way => $"{NameOf(way.DestinationId)}: {AlertText.Of(way)}"));

    private string NameOf(long destination) =>
        Destinations?.FirstOrDefault(row => row.Id == destination)?.Name ?? "the installation's owner";
}
