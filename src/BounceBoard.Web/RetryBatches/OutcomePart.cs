namespace BounceBoard.Web.RetryBatches;

/// <summary>One part of a bar of outcomes.</summary>
/// <param name="Css">Class that gives its colour and pattern.</param>
public sealed record OutcomePart(string Css, string Word, int People);
