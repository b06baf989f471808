using BounceBoard.Operations.Users;
using BounceBoard.Storage.Users;
using BounceBoard.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Pages;

/// <summary>Sets a password by invitation or reset link.</summary>
public sealed partial class PasswordLink
{
    [Parameter] public string Token { get; set; } = "";

    [Inject] private OneTimeLinks Links { get; set; } = null!;

    [Inject] private SignInDesk Desk { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter] private HttpContext HttpContext { get; set; } = null!;

    [SupplyParameterFromForm] private string? Password { get; set; }

    private OneTimeLinkView? View { get; set; }

    private string? Problem { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var view = await Links.FindAsync(Token, HttpContext.RequestAborted);
        View = view?.Purpose == OneTimeLinkPurpose.Setup ? null : view;
        if (View is null)
        {
            // Not 404: that would show the general page instead of these words.
            HttpContext.Response.StatusCode = StatusCodes.Status410Gone;
        }
    }

    private async Task RedeemAsync()
    {
        var result = await Links.RedeemAsync(Token, Password ?? "", HttpContext.RequestAborted);
        if (!result.TryGet(out var userId))
        {
            Problem = result.Problem;
            return;
        }
        await Desk.TrustedAsync(userId);
        Navigation.NavigateTo("/");
    }
}
