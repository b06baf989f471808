using System.Globalization;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Operations.Webhooks;
using BounceBoard.Storage.Webhooks;
using BounceBoard.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Sources;

/// <summary>Where a mail service posts to, what to set there, and what was refused.</summary>
public sealed partial class WebhookPanel
{
    [Parameter, EditorRequired] public required WebhookRow Webhook { get; set; }

    [Parameter, EditorRequired] public required TenantContext Tenant { get; set; }

    /// <summary>True for who may only look.</summary>
    [Parameter, EditorRequired] public required bool Locked { get; set; }

    [Parameter, EditorRequired] public EventCallback Changed { get; set; }

    [CascadingParameter] private Actor Actor { get; set; } = null!;

    [Inject] private WebhookAdministration Administration { get; set; } = null!;

    [Inject] private PublicLinks Links { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private string Key { get; set; } = "";

    private string? Password { get; set; }

    private string? Problem { get; set; }

    private async Task SetKeyAsync()
    {
        Problem = (await Administration.SetKeyAsync(Actor, Tenant.Tenant.Id, Webhook.SourceId, Key, CancellationToken.None)).Problem;
        Key = "";
        await Changed.InvokeAsync();
    }

    private async Task RenewPasswordAsync()
    {
        var result = await Administration.RenewPasswordAsync(Actor, Tenant.Tenant.Id, Webhook.SourceId, CancellationToken.None);
        (Problem, Password) = (result.Problem, result.TryGet(out var made) ? made.Password : null);
        await Changed.InvokeAsync();
    }

    private async Task RenewAddressAsync()
    {
        Problem = (await Administration.RenewAddressAsync(Actor, Tenant.Tenant.Id, Webhook.SourceId, CancellationToken.None)).Problem;
        await Changed.InvokeAsync();
    }

    private async Task RemoveAsync()
    {
        Problem = (await Administration.RemoveAsync(Actor, Tenant.Tenant.Id, Webhook.SourceId, CancellationToken.None)).Problem;
        if (Problem is null)
        {
            Navigation.NavigateTo($"/t/{Tenant.Tenant.Slug}/settings/sources");
        }
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
