namespace BounceBoard.Operations.Users;

/// <summary>A person was given access.</summary>
/// <param name="Token">For the one-time link, shown once; null when the person has a password already.</param>
public sealed record Invitation(long UserId, string? Token);
