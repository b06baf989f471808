using BounceBoard.Operations.Users;
using BounceBoard.Storage.Users;
using BounceBoard.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Pages;

/// <summary>The first owner, by the link the host printed.</summary>
public sealed partial class Setup
{
    [Parameter] public string Token { get; set; } = "";

    [Inject] private OneTimeLinks Links { get; set; } = null!;

    [Inject] private FirstRun FirstRun { get; set; } = null!;

    [Inject] private SignInDesk Desk { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter] private HttpContext HttpContext { get; set; } = null!;

    [SupplyParameterFromForm] private string? Name { get; set; }

    [SupplyParameterFromForm] private string? Email { get; set; }

    [SupplyParameterFromForm] private string? Password { get; set; }

    private bool Works { get; set; }

    private string? Problem { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Works = await Links.FindAsync(Token, HttpContext.RequestAborted) is { Purpose: OneTimeLinkPurpose.Setup };
        if (!Works)
        {
            // Not 404: that would show the general page instead of these words.
            HttpContext.Response.StatusCode = StatusCodes.Status410Gone;
        }
    }

    private async Task CreateAsync()
    {
        var result = await FirstRun.CreateOwnerAsync(Token, Email ?? "", Name ?? "", Password ?? "", HttpContext.RequestAborted);
        if (!result.TryGet(out var owner))
        {
            Problem = result.Problem;
            return;
        }
        await Desk.TrustedAsync(owner);
        Navigation.NavigateTo("/");
    }
}
