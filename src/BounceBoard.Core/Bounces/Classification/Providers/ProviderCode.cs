namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>One code of a provider's own and what it means there.</summary>
/// <param name="Code">Lower case, as it stands in the reply.</param>
/// <param name="Why">What the provider says of it.</param>
internal sealed record ProviderCode(string Code, BounceCategory Category, string Why);
