using BounceBoard.Core.Tenants;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.RetryBatches;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.RetryBatches;

/// <summary>Four eyes, caps, hours and observation of one tenant's retries.</summary>
public sealed partial class RetrySettingsPage(RetrySettingReader reader, RetrySettings settings)
{
    private RetrySettingForm? _form;
    private string? _problem;
    private bool _saved;

    [CascadingParameter]
    public required TenantContext Tenant { get; set; }

    [CascadingParameter]
    public required Actor Actor { get; set; }

    [Parameter]
    public string Slug { get; set; } = "";

    private bool Locked => !Tenant.Can(TenantAction.ManageSettings);

    protected override async Task OnInitializedAsync() =>
        _form = new RetrySettingForm(await reader.ReadAsync(Tenant.Tenant.Id, CancellationToken.None));

    private async Task SaveAsync()
    {
        if (_form is null)
        {
            return;
        }
        var result = await settings.SaveAsync(Actor, Tenant.Tenant.Id, _form.ToRow(), CancellationToken.None);
        (_problem, _saved) = (result.Problem, result.IsDone);
    }
}
