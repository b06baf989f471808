using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Web.Hosting;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BounceBoard.Web.SignIn;

/// <summary>Looks again, while a page is open, whether its person still has the stamp that was signed in: a revoked one loses the page.</summary>
internal sealed class SessionCheck(ILoggerFactory loggers, IServiceScopeFactory scopes, IOptions<WebOptions> options, Outage outage)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(options.Value.SessionCheckSeconds);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<AppUser>>();
        try
        {
            return await signIn.ValidateSecurityStampAsync(authenticationState.User) is not null;
        }
        catch (Exception fault) when (outage.Covers(fault) is true)
        {
            // Not known is not revoked; the framework would end the session.
            return true;
        }
    }
}
