namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>A circumstance that leaves the verdict as it is and lowers its confidence.</summary>
/// <param name="AtMost">The confidence is not higher than this.</param>
internal sealed record Doubt(string Id, Confidence AtMost, Func<RefusalCase, bool> Holds, Func<RefusalCase, string> Text);
