namespace BounceBoard.Operations.Domains.Exams;

/// <summary>A link just made.</summary>
/// <param name="Token">Shown now and never again.</param>
public sealed record NewDomainShare(long Id, string Token, DateTimeOffset ExpiresAt);
