using System.Security.Claims;
using BounceBoard.Operations.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BounceBoard.Web.SignIn;

/// <summary>What the cookie says of a person: id, address, name and stamp. No rights: those are read at every use.</summary>
internal sealed class VisitorClaims(UserManager<AppUser> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<AppUser>(users, options)
{
    public const string DisplayName = "display_name";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(AppUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(DisplayName, user.DisplayName));
        return identity;
    }
}
