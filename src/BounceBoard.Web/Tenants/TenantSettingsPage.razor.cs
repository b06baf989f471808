using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Retention;
using BounceBoard.Operations.Suppressions;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Tenants;

/// <summary>Name, slug, retention, suppression and state of one tenant.</summary>
public sealed partial class TenantSettingsPage
{
    private static readonly (TenantEvent Happened, string Text)[] AllMoves =
    [
        (TenantEvent.Suspend, "Suspended: evidence still comes in and is read, nothing is sent."),
        (TenantEvent.Resume, "Resumed: the tenant works as before."),
        (TenantEvent.Archive, "Archived: its jobs stop, its data stays readable. It can be restored."),
        (TenantEvent.Restore, "Restored: the tenant comes back suspended, so that nothing starts by itself."),
    ];

    [CascadingParameter] private TenantContext Tenant { get; set; } = null!;

    [CascadingParameter] private Actor Actor { get; set; } = null!;

    [Inject] private TenantAdministration Administration { get; set; } = null!;

    [Inject] private RetentionAdministration Retention { get; set; } = null!;

    [Inject] private SuppressionModes Modes { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Parameter] public string Slug { get; set; } = "";

    private string Name { get; set; } = "";

    private string NewSlug { get; set; } = "";

    private int? Days { get; set; }

    private SuppressionMode Mode { get; set; }

    private string DaysHint =>
        "Raw mail, refusals and people older than this are removed each night and cannot be brought back; incidents, verdicts and the audit log stay. "
        + $"Empty: as the installation ({(Retention.InstallationDays == 0 ? "for ever" : $"{Retention.InstallationDays} days")}). 0: for ever.";

    private string? Problem { get; set; }

    private bool Saved { get; set; }

    private bool Locked => !Tenant.Can(TenantAction.ManageSettings);

    private IEnumerable<(TenantEvent Happened, string Text)> Moves =>
        AllMoves.Where(move => TenantStateMachine.Next(Tenant.Tenant.State, move.Happened) is not null);

    protected override void OnInitialized() => (Name, NewSlug, Days, Mode) =
        (Tenant.Tenant.Name, Tenant.Tenant.Slug, Tenant.Tenant.RetentionDays, Tenant.Tenant.SuppressionMode);

    private async Task SaveAsync()
    {
        var result = await Administration.RenameAsync(Actor, Tenant.Tenant.Id, NewSlug.Trim(), Name, CancellationToken.None);
        if (result.Problem is null && Days != Tenant.Tenant.RetentionDays)
        {
            result = await Retention.SetAsync(Actor, Tenant.Tenant.Id, Days, CancellationToken.None);
        }
        if (result.Problem is null && Mode != Tenant.Tenant.SuppressionMode)
        {
            result = await Modes.SetAsync(Actor, Tenant.Tenant.Id, Mode, CancellationToken.None);
        }
        (Problem, Saved) = (result.Problem, result.Problem is null);
        if (Saved)
        {
            // The gate reads name and slug again.
            Navigation.NavigateTo($"/t/{NewSlug.Trim()}/settings/tenant", forceLoad: NewSlug.Trim() == Slug, replace: true);
        }
    }

    private async Task MoveAsync(TenantEvent happened)
    {
        var result = await Administration.MoveAsync(Actor, Tenant.Tenant.Id, happened, CancellationToken.None);
        Problem = result.Problem;
        if (Problem is null)
        {
            Navigation.NavigateTo($"/t/{Slug}/settings/tenant", forceLoad: true, replace: true);
        }
    }
}
