using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Users;
using BounceBoard.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Users;

/// <summary>The members of one tenant.</summary>
public sealed partial class TenantPeoplePage
{
    [CascadingParameter] private TenantContext Tenant { get; set; } = null!;

    [CascadingParameter] private Actor Actor { get; set; } = null!;

    [Inject] private MemberReader Reader { get; set; } = null!;

    [Inject] private UserAdministration Administration { get; set; } = null!;

    [Inject] private PublicLinks Links { get; set; } = null!;

    [Parameter] public string Slug { get; set; } = "";

    private IReadOnlyList<MemberRow>? Members { get; set; }

    private string Email { get; set; } = "";

    private string Name { get; set; } = "";

    private TenantRole Role { get; set; } = TenantRole.Operator;

    private string? Problem { get; set; }

    private string? Link { get; set; }

    private string? LinkFor { get; set; }

    private bool Locked => !Tenant.Can(TenantAction.ManageUsers);

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync() => Members = await Reader.ListAsync(Tenant.Tenant.Id, CancellationToken.None);

    private async Task AddAsync()
    {
        var result = await Administration.AddAsync(Actor, Tenant.Tenant.Id, Email, Name, Role, CancellationToken.None);
        Problem = result.Problem;
        if (result.TryGet(out var invitation))
        {
            Show(Name, invitation.Token);
            (Email, Name) = ("", "");
            await ReadAsync();
        }
    }

    private async Task ChangeRoleAsync(MemberRow member, ChangeEventArgs change)
    {
        if (Enum.TryParse<TenantRole>(change.Value as string, out var role))
        {
            Problem = (await Administration.ChangeRoleAsync(Actor, Tenant.Tenant.Id, member.UserId, role, CancellationToken.None)).Problem;
            await ReadAsync();
        }
    }

    private async Task RemoveAsync(MemberRow member)
    {
        Problem = (await Administration.RemoveAsync(Actor, Tenant.Tenant.Id, member.UserId, CancellationToken.None)).Problem;
        await ReadAsync();
    }

    private async Task IssueLinkAsync(MemberRow member)
    {
        var result = await Administration.IssueLinkAsync(Actor, Tenant.Tenant.Id, member.UserId, CancellationToken.None);
        Problem = result.Problem;
        Show(member.DisplayName, result.TryGet(out var token) ? token : null);
    }

    private void Show(string name, string? token) => (Link, LinkFor) = (token is null ? null : Links.Password(token), name);

    private static RenderFragment StateTag(MemberRow member) => builder =>
    {
        var (css, text) = member switch
        {
            { DisabledAt: not null } => ("tag stop", "disabled"),
            { HasPassword: false } => ("tag warn", "invited"),
            _ => ("", ""),
        };
        if (text.Length > 0)
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "class", css);
            builder.AddContent(2, text);
            builder.CloseElement();
        }
    };
}
