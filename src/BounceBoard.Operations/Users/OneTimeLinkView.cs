using BounceBoard.Storage.Users;

namespace BounceBoard.Operations.Users;

/// <summary>What a one-time link is for, as its page shows it.</summary>
/// <param name="Email">Whose password it sets; empty for the set-up.</param>
public sealed record OneTimeLinkView(OneTimeLinkPurpose Purpose, string Email, string DisplayName, DateTimeOffset ExpiresAt);
