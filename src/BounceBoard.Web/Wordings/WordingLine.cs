using BounceBoard.Storage.Wordings;

namespace BounceBoard.Web.Wordings;

/// <summary>An unknown wording with its latest example.</summary>
/// <param name="Example">The reply as this person may see it; null when its refusal has left.</param>
/// <param name="ExampleHref">Where the evidence of the example is; null when it has left.</param>
public sealed record WordingLine(UnknownWordingRow Row, string? Example, string? ExampleHref);
