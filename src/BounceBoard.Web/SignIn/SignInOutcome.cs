namespace BounceBoard.Web.SignIn;

/// <summary>What became of a try to sign in.</summary>
/// <param name="Problem">For the person; null when signed in.</param>
internal sealed record SignInOutcome(string? Problem)
{
    public static SignInOutcome SignedIn { get; } = new((string?)null);

    // One text for an unknown address, a wrong password and a disabled account.
    public static SignInOutcome Wrong { get; } = new("Address or password is wrong. After five wrong passwords the account is locked for 15 minutes.");
}
