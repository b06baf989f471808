using BounceBoard.Core.Bounces;

namespace BounceBoard.Core.Verdicts.Knowledge;

/// <summary>A reply that looks like one family and belongs to another.</summary>
/// <param name="Id">Kebab case, for the reason.</param>
/// <param name="Status">Last two parts of the enhanced status code that must match; null for any.</param>
/// <param name="Pattern">All of these must stand in the reply, in lower case.</param>
/// <param name="Means">The family it really is.</param>
/// <param name="Text">Why, as one sentence.</param>
internal sealed record MisleadingWord(string Id, string? Status, string[] Pattern, RefusalFamily Means, string Text);
