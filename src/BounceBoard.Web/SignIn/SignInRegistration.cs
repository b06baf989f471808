using BounceBoard.Operations.Users;
using BounceBoard.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BounceBoard.Web.SignIn;

/// <summary>
/// Cookies and the sign-in over Identity. The seams for more: a second factor is asked where <see cref="SignInManager{TUser}"/> answers
/// RequiresTwoFactor (its cookie scheme is registered below); an OpenID Connect provider is one more scheme beside the application's.
/// </summary>
internal static class SignInRegistration
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddAuthorization();
        new IdentityBuilder(typeof(AppUser), services).AddSignInManager().AddClaimsPrincipalFactory<VisitorClaims>();
        services.AddOptions<SecurityStampValidatorOptions>().Configure<IOptions<WebOptions>>(
            (stamps, web) => stamps.ValidationInterval = TimeSpan.FromSeconds(web.Value.SessionCheckSeconds));
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<WebOptions>>(Configure);
        services.AddCascadingAuthenticationState();
        // After the interactive server components, whose own provider never looks again.
        services.AddScoped<AuthenticationStateProvider, SessionCheck>();
        services.AddScoped<SignInDesk>();
        return services;
    }

    private static void Configure(CookieAuthenticationOptions cookie, IOptions<WebOptions> web)
    {
        cookie.Cookie.Name = "bounceboard";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        // Plain http is for this machine and for a proxy that ends TLS; behind https the cookie is Secure.
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(web.Value.SessionHours);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/login";
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.Events.OnValidatePrincipal = PatientStamps.ValidateAsync;
        cookie.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
        // What one may not see is not there.
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }

    // A program gets the status; a person is sent to the sign-in page.
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            // Path and query only: scheme and host came with the request, and whoever sent it chose them.
            context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery);
        }
        return Task.CompletedTask;
    }
}
