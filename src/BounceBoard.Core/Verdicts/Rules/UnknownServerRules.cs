using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>Whose server refused is not known: said, never guessed.</summary>
internal static class UnknownServerRules
{
    public static IReadOnlyList<VerdictRule> All { get; } =
    [
        new("reply-names-our-identity", c => IsUnknown(c) && c.Permission is { NamesUs: true }, c => new(
            Verdict.Investigate, Confidence.Low, Cause.RelayPolicy, c.Permission?.SubCause,
            $"The reply speaks of our permission to relay ({Said.Codes(c.Facts)}); which server said it is not known.")
        {
            Fix = [c.Permission?.Fix ?? ""],
            WouldChange = Named(c),
        }),
        new("reply-is-no-routing-matter", c => IsUnknown(c) && IsOther(c.Family), c => new(
            Verdict.Investigate, Confidence.Low, Cause.OtherPolicy, null,
            $"The reply is about the message, the sender or the load ({Said.Codes(c.Facts)}), whichever server said it.")
        {
            Fix = ["Do what the reply says."],
            WouldChange = Named(c),
        }),
        new("endpoint-unknown", c => IsUnknown(c) && c.Facts.Endpoint.IsUnknown, c => new(
            Verdict.Investigate, Confidence.Low, Cause.Undetermined, null, "The evidence names no refusing server, so it cannot be compared with the MX.")
        {
            Fix = ["Import the delivery log or the DSN of the same message: they name the server."],
            WouldChange = Named(c),
        }),
        new("dns-gave-no-answer", IsUnknown, c => new(
            Verdict.Investigate, Confidence.Low, Cause.Undetermined, c.Facts.Comparison.Resolvers.Count > 0 ? "lookup-outage" : null,
            c.Facts.Comparison.Resolvers.Count > 0
                ? $"None of {Said.Count(c.Facts.Comparison.Resolvers.Count, "resolver", "resolvers")} could say what the MX of {c.Facts.RecipientDomain} is."
                : $"The MX of {c.Facts.RecipientDomain} has not been looked up yet.")
        {
            Fix = ["Ask DNS again; look at the domain's name servers if it fails for everyone."],
            WouldChange = ["Would change when a resolver answers."],
        }),
    ];

    private static bool IsUnknown(RefusalCase c) => c.Relation == EndpointRelation.Unknown;

    private static bool IsOther(RefusalFamily family) => family is RefusalFamily.Content or RefusalFamily.Reputation or RefusalFamily.Capacity;

    private static IReadOnlyList<string> Named(RefusalCase c) =>
        [c.Facts.Endpoint.IsUnknown ? "Would change when the evidence names the refusing server." : "Would change when a resolver answers."];
}
