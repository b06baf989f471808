using BounceBoard.Core.Tenants;
using BounceBoard.Operations;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Users;
using BounceBoard.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Users;

/// <summary>Everyone with an account; for owners of the installation.</summary>
public sealed partial class InstallationPeoplePage
{
    [CascadingParameter] private Visit Visit { get; set; } = null!;

    [Inject] private UserReader Reader { get; set; } = null!;

    [Inject] private InstallationUsers Administration { get; set; } = null!;

    [Inject] private PublicLinks Links { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private IReadOnlyList<UserRow>? People { get; set; }

    private string Email { get; set; } = "";

    private string Name { get; set; } = "";

    private InstallationRole Role { get; set; } = InstallationRole.Technician;

    private bool Joins { get; set; }

    private string? Problem { get; set; }

    private string? Link { get; set; }

    private string? LinkFor { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (!Visit.IsOwner)
        {
            Navigation.NotFound();
            return;
        }
        await ReadAsync();
    }

    private async Task ReadAsync() => People = await Reader.ListAsync(CancellationToken.None);

    private async Task AddAsync()
    {
        var result = await Administration.AddAsync(Visit.Actor, Email, Name, Role, Joins && Role == InstallationRole.Technician, CancellationToken.None);
        Problem = result.Problem;
        if (result.TryGet(out var invitation))
        {
            Show(Name, invitation.Token);
            (Email, Name, Joins) = ("", "", false);
            await ReadAsync();
        }
    }

    private async Task SetRoleAsync(UserRow person, ChangeEventArgs change)
    {
        if (Enum.TryParse<InstallationRole>(change.Value as string, out var role))
        {
            await DoneAsync(await Administration.SetRoleAsync(Visit.Actor, person.Id, role, person.JoinsNewTenants, CancellationToken.None));
        }
    }

    private async Task SetJoinsAsync(UserRow person, bool joins) =>
        await DoneAsync(await Administration.SetRoleAsync(Visit.Actor, person.Id, person.InstallationRole, joins, CancellationToken.None));

    private async Task DisableAsync(UserRow person) =>
        await DoneAsync(await Administration.DisableAsync(Visit.Actor, person.Id, CancellationToken.None));

    private async Task EnableAsync(UserRow person) =>
        await DoneAsync(await Administration.EnableAsync(Visit.Actor, person.Id, CancellationToken.None));

    private async Task IssueLinkAsync(UserRow person)
    {
        var result = await Administration.IssueLinkAsync(Visit.Actor, person.Id, CancellationToken.None);
        Problem = result.Problem;
        Show(person.DisplayName, result.TryGet(out var token) ? token : null);
    }

    private async Task DoneAsync(OperationResult<Unit> result)
    {
        Problem = result.Problem;
        await ReadAsync();
    }

    private void Show(string name, string? token) => (Link, LinkFor) = (token is null ? null : Links.Password(token), name);
}
