using Microsoft.AspNetCore.Identity;

namespace BounceBoard.Operations.Users;

/// <summary>What a password must be: long. No rules on kinds of characters, which only make people write it down (NIST SP 800-63B §3.1.1.2).</summary>
public sealed class PasswordRules(IPasswordHasher<AppUser> hasher) : IPasswordValidator<AppUser>
{
    /// <summary>Characters at least.</summary>
    public const int MinimumLength = 12;

    /// <summary>Characters at most, so that hashing a megabyte cannot be asked for.</summary>
    public const int MaximumLength = 256;

    private const int MinimumDifferent = 5;

    /// <returns>A text for the person, or null when the password will do.</returns>
    public static string? Problem(string? password, string email) => password switch
    {
        null or { Length: < MinimumLength } => $"The password needs at least {MinimumLength} characters. A sentence is easy to remember.",
        { Length: > MaximumLength } => $"The password may have at most {MaximumLength} characters.",
        _ when password.Distinct().Count() < MinimumDifferent => $"The password needs at least {MinimumDifferent} different characters.",
        _ when password.Equals(email, StringComparison.OrdinalIgnoreCase) => "The password must not be your mail address.",
        _ => null,
    };

    public Task<IdentityResult> ValidateAsync(UserManager<AppUser> manager, AppUser user, string? password) =>
        Task.FromResult(Problem(password, user.Email) is { } problem
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordRules", Description = problem })
            : IdentityResult.Success);

    internal string Hash(string password) => hasher.HashPassword(new AppUser(), password);
}
