using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>One server passed on what another behind it said: the reason names the one whose administrator must act.</summary>
internal static class GatewayRules
{
    /// <summary>The sub-cause of all these rules.</summary>
    internal const string BehindGateway = "gateway-behind-gateway";

    /// <summary>Before the rules for our own relay and for wrong servers, which would blame the messenger.</summary>
    public static IReadOnlyList<VerdictRule> BeforeRoutes { get; } =
    [
        new("own-relay-quotes-another", c => c is { Relation: EndpointRelation.OwnRelay, Facts.PassedOn.EndpointIsInner: false } && !IsOurs(c), c => new(
            Verdict.Investigate, Confidence.Medium, OwnRelayCause(c), BehindGateway, $"{Quotes(c)} {OwnRelayActs(c)}")
        {
            Fix = [.. OwnRelayFix(c), "Send a small sample over the same pool."],
            WouldChange = ["Would become Retry when the same pool delivers to the domain again."],
        }),
        // A gateway of the domain took the message; the server behind it is in nobody's MX, and nobody sent there by mistake.
        new("gateway-could-not-pass-on", c => IsBehindMx(c), c => new(
            Verdict.Investigate, Confidence.Medium, ReceiverCause(c), BehindGateway,
            $"{Outer(c)}, which receives for {c.Facts.RecipientDomain}, took the message; {Inner(c)} behind it refused it ({Said.Codes(c.Facts)}): {Inner(c)} must act.")
        {
            Fix = [Tell(c)],
            WouldChange = ["Would become Retry when a message to the domain is delivered."],
        }),
    ];

    /// <summary>After an incident at the receiver was ruled out, before words of permission: those are between the gateway and the server behind it.</summary>
    public static IReadOnlyList<VerdictRule> AtReceiver { get; } =
    [
        new("gateway-quotes-server-behind", c => c.IsRelayLike && c.Facts.PassedOn is { EndpointIsInner: false } && !c.Facts.RefusedInControlledRetry, c => new(
            Verdict.Investigate, Confidence.Medium, Cause.ReceiverMisconfigured, BehindGateway, $"{Quotes(c)} {Inner(c)} must act: it does not take mail for {c.Facts.RecipientDomain} from its own gateway.")
        {
            Fix = [Tell(c)],
            WouldChange = ["Would become Retry when a message to the domain is delivered."],
        }),
    ];

    private static string Quotes(RefusalCase c) => $"{Outer(c)} passes on what {Inner(c)} said ({Said.Codes(c.Facts)}).";

    private static bool IsBehindMx(RefusalCase c) =>
        c.Facts.PassedOn is { EndpointIsInner: true, Other: EndpointRelation.CurrentMx or EndpointRelation.CurrentMxRotating }
        && (c.IsWrongServer || c.Relation is EndpointRelation.Unknown);

    private static bool IsOurs(RefusalCase c) => c.Facts.PassedOn?.Other is EndpointRelation.OwnRelay;

    private static bool IsWrongBehind(RefusalCase c) => c.Facts.PassedOn?.Other is EndpointRelation.FormerMx or EndpointRelation.Foreign;

    private static Cause OwnRelayCause(RefusalCase c) =>
        IsWrongBehind(c) ? Cause.WrongMx
        : c.Facts.PassedOn?.Other is EndpointRelation.Pinned ? Cause.PinnedRoute
        : c.Facts.PassedOn?.Other is EndpointRelation.CurrentMx or EndpointRelation.CurrentMxRotating or EndpointRelation.ImplicitMx ? ReceiverCause(c)
        : Cause.Undetermined;

    private static Cause ReceiverCause(RefusalCase c) =>
        c.IsRelayLike ? Cause.ReceiverMisconfigured : c.Family is RefusalFamily.Mailbox ? Cause.BadAddress : Cause.OtherPolicy;

    private static string OwnRelayActs(RefusalCase c) => IsWrongBehind(c)
        ? $"{Inner(c)} is not an MX of {c.Facts.RecipientDomain}: the relay's own route must be put right."
        : $"The relay only repeats it: {Inner(c)} must act.";

    private static IReadOnlyList<string> OwnRelayFix(RefusalCase c) => IsWrongBehind(c)
        ? [$"Find out why {Outer(c)} sends mail for {c.Facts.RecipientDomain} to {Inner(c)}: a transport map or a DNS cache."]
        : c.IsRelayLike || c.Family is RefusalFamily.Mailbox ? [Tell(c)] : ["Do what the reply says."];

    private static string Tell(RefusalCase c) => $"Tell the postmaster of {c.Facts.RecipientDomain} that {Inner(c)} refuses what {Outer(c)} hands on. Attach the evidence.";

    private static string Outer(RefusalCase c) => c.Facts.PassedOn?.Outer.Shown ?? "The relay";

    private static string Inner(RefusalCase c) => c.Facts.PassedOn?.Inner.Shown ?? "the server behind it";
}
