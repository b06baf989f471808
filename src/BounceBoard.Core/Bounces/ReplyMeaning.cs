namespace BounceBoard.Core.Bounces;

/// <summary>What a reply means and how that was found.</summary>
public readonly record struct ReplyMeaning(BounceCategory Category, ReplyBasis Basis);
