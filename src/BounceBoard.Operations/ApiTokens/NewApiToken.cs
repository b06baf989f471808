namespace BounceBoard.Operations.ApiTokens;

/// <summary>A token just made.</summary>
/// <param name="Plain">The whole secret: shown now and never again.</param>
public sealed record NewApiToken(long Id, string Plain);
