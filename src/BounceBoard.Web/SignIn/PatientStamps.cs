using BounceBoard.Storage.Database;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace BounceBoard.Web.SignIn;

/// <summary>
/// Looks whether a cookie's person still has the stamp that was signed in. While the database is away the cookie stands: rights are read at every
/// use, so it opens nothing, and nobody has to sign in again because a server was restarted.
/// </summary>
internal static class PatientStamps
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        try
        {
            await SecurityStampValidator.ValidatePrincipalAsync(context);
        }
        catch (Exception fault) when (context.HttpContext.RequestServices.GetRequiredService<Outage>().Covers(fault) is true)
        {
            context.ShouldRenew = false;
        }
    }
}
