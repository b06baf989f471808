using BounceBoard.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Pages;

/// <summary>Sign-in by address and password.</summary>
public sealed partial class Login
{
    [Inject] private SignInDesk Desk { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter] private HttpContext HttpContext { get; set; } = null!;

    [SupplyParameterFromForm] private string? Email { get; set; }

    [SupplyParameterFromForm] private string? Password { get; set; }

    [SupplyParameterFromQuery] private string? ReturnUrl { get; set; }

    private string? Problem { get; set; }

    private async Task SignInAsync()
    {
        var outcome = await Desk.PasswordAsync(Email ?? "", Password ?? "");
        if (outcome.Problem is { } problem)
        {
            Problem = problem;
            HttpContext.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        Navigation.NavigateTo(LocalUrl.Of(ReturnUrl));
    }
}
