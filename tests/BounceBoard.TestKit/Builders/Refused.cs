using System.Net;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts;

namespace BounceBoard.TestKit.Builders;

/// <summary>Facts of one refusal for tests of the rules: a clean case, from which a test departs with <c>with</c>.</summary>
public static class Refused
{
    /// <summary>Event time of the refusal: 07:02 of the test day.</summary>
    public static readonly DateTimeOffset At = Mx.Day.AddHours(7).AddMinutes(2);

    /// <summary>A comparison in which three resolvers say the same.</summary>
    public static EndpointComparison By(EndpointRelation relation, string? pinnedBy = null)
    {
        string[] resolvers = ["authoritative", "r1", "r2"];
        var findings = resolvers.Select(name => new ResolverFinding(name, relation, $"{relation} as {name} sees it", Observation(name, relation))).ToList();
        return new EndpointComparison(
            relation, $"Compared: {relation}.", findings, true, relation == EndpointRelation.Unknown,
            relation == EndpointRelation.Pinned ? pinnedBy ?? "example.net smtp:[203.0.113.50]" : null);
    }

    /// <summary>A final refusal, verified, the route clean then and now, deliveries to the domain known.</summary>
    public static RefusalFacts From(EndpointRelation relation, RefusalFamily family = RefusalFamily.Relay) => new()
    {
        RecipientDomain = "example.net",
        Category = CategoryOf(family),
        Family = family,
        ReplyCode = 550,
        Status = family == RefusalFamily.Mailbox ? "5.1.1" : "5.7.1",
        ReplyText = family == RefusalFamily.Relay ? "550 5.7.1 Relaying denied" : "550 refused",
        Stage = SmtpStage.RcptTo,
        Endpoint = new RemoteEndpoint("mx1.example.net", IPAddress.Parse("198.51.100.7")),
        Comparison = By(relation),
        ComparisonThen = By(relation),
        Pool = "tx-1",
        Verified = true,
        Permanent = true,
        FirstAt = At,
        LastAt = At,
        DeliveriesKnown = true,
        DeliveredByPool = new Dictionary<string, long> { ["tx-1"] = 20 },
    };

    /// <summary>The clearest dead mailbox there is.</summary>
    public static RefusalFacts DeadMailbox() => From(EndpointRelation.CurrentMx, RefusalFamily.Mailbox) with { ReplyText = "550 5.1.1 User unknown" };

    private static BounceCategory CategoryOf(RefusalFamily family) => family switch
    {
        RefusalFamily.Relay => BounceCategory.RelayDenied,
        RefusalFamily.Mailbox => BounceCategory.BadMailbox,
        RefusalFamily.Domain => BounceCategory.BadDomain,
        RefusalFamily.Policy => BounceCategory.PolicyViolation,
        RefusalFamily.Reputation => BounceCategory.BadReputation,
        RefusalFamily.Content => BounceCategory.ContentRejected,
        RefusalFamily.Capacity => BounceCategory.RateLimited,
        RefusalFamily.Network => BounceCategory.NetworkError,
        RefusalFamily.System => BounceCategory.SystemError,
        RefusalFamily.Other => BounceCategory.Undetermined,
    };

    private static MxObservation Observation(string resolver, EndpointRelation relation) => relation == EndpointRelation.Unknown
        ? Mx.Fails(resolver, 0, "example.net")
        : Mx.Seen(resolver, 0, "example.net", "mx1.example.net 198.51.100.7");
}
