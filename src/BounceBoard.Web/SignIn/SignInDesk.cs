using System.Globalization;
using BounceBoard.Operations.Users;
using Microsoft.AspNetCore.Identity;

namespace BounceBoard.Web.SignIn;

/// <summary>Signs people in: by password, or after a one-time link proved who they are.</summary>
internal sealed class SignInDesk(SignInManager<AppUser> signIn, UserManager<AppUser> users, IPasswordHasher<AppUser> hasher)
{
    // Checked against when there is no account, so that the answer takes as long as for one that exists.
    private static string? _nobodysHash;

    public async Task<SignInOutcome> PasswordAsync(string email, string password)
    {
        var user = await users.FindByEmailAsync(email.Trim());
        if (user?.PasswordHash is null)
        {
            _nobodysHash ??= hasher.HashPassword(new AppUser(), Guid.NewGuid().ToString("N"));
            hasher.VerifyHashedPassword(new AppUser(), _nobodysHash, password);
            return SignInOutcome.Wrong;
        }
        var result = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        return result switch
        {
            { Succeeded: true } => SignInOutcome.SignedIn,
            { IsLockedOut: true } => new(Locked(await users.GetLockoutEndDateAsync(user))),
            _ => SignInOutcome.Wrong,
        };
    }

    /// <summary>Signs in the person whose link was just redeemed.</summary>
    public async Task TrustedAsync(long userId)
    {
        if (await users.FindByIdAsync(userId.ToString(CultureInfo.InvariantCulture)) is { } user)
        {
            await signIn.SignInAsync(user, isPersistent: false);
        }
    }

    private static string Locked(DateTimeOffset? until) => string.Create(
        CultureInfo.InvariantCulture, $"Too many wrong passwords. Signing in works again at {until?.UtcDateTime:HH:mm} UTC.");
}
