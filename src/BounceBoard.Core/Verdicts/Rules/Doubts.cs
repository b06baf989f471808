using BounceBoard.Core.Endpoints;

namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>What makes any verdict less certain.</summary>
internal static class Doubts
{
    public static IReadOnlyList<Doubt> All { get; } =
    [
        // Under the guard's name: where nothing is held back, it still weakens what is said.
        new("unverified-evidence", Confidence.Low, c => !c.Facts.Verified, _ => "No source vouches for this refusal: it answers no message that is known here."),
        new("resolver-answers-differ", Confidence.Low, c => !c.Facts.Comparison.ResolversAgree, Differing),
        new("resolver-without-answer", Confidence.Medium, c => c.Facts.Comparison.AnyUnknown && c.Facts.Comparison.Resolvers.Count > 0,
            c => $"{c.Facts.Comparison.Resolvers.Count(finding => finding.Relation == EndpointRelation.Unknown)} of {c.Facts.Comparison.Resolvers.Count} resolvers gave no usable answer."),
        new("server-found-by-rotation", Confidence.Medium, c => c.Relation == EndpointRelation.CurrentMxRotating, c => c.Facts.Comparison.How),
        // 5.1.1 beside "relaying denied", 5.7.1 beside "user unknown": different makers, one of them is wrong.
        new("code-and-text-disagree", Confidence.Medium, c => c.Facts.Status?.EndsWith(".1.1", StringComparison.Ordinal) == true && c.SaysRelayToo,
            c => $"The code {c.Facts.Status} says 'no such mailbox' and the text speaks of relaying."),
        new("dns-then-unknown", Confidence.Medium, c => c.IsCurrent && c.Facts.ComparisonThen is null,
            c => $"What DNS said at {Said.Time(c.Facts.LastAt)}, the time of the refusal, was not observed."),
    ];

    private static string Differing(RefusalCase c) =>
        "The resolvers do not agree: " + string.Join("; ", c.Facts.Comparison.Resolvers.Take(4).Select(finding => $"{finding.Resolver}: {finding.How}")) + ".";
}
