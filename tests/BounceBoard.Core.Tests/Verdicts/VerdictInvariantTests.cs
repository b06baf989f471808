using System.Text.Json;
using System.Text.RegularExpressions;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts;
using BounceBoard.TestKit.Builders;
using CsCheck;
using Xunit;

namespace BounceBoard.Core.Tests.Verdicts;

/// <summary>What holds for every refusal, whatever else is true of it.</summary>
public sealed partial class VerdictInvariantTests
{
    private static readonly JsonSerializerOptions AsText = new() { WriteIndented = false };

    public static TheoryData<string, Func<RefusalFacts, RefusalFacts>> Forbidden => new()
    {
        { "an incident is open or was opened within the grace period", facts => facts with { IncidentOpenAtScope = true } },
        { "the refusal lies in a spike", facts => facts with { SpikeSince = facts.FirstAt } },
        { "the recipient was served since", facts => facts with { DeliveredToRecipientSince = true } },
        { "resolvers disagree", facts => facts with { Comparison = facts.Comparison with { ResolversAgree = false } } },
        { "DNS is unknown", facts => facts with { Comparison = facts.Comparison with { AnyUnknown = true } } },
        { "the endpoint is a rotating address", facts => facts with { Comparison = Refused.By(EndpointRelation.CurrentMxRotating) } },
        { "the endpoint is a former MX", facts => facts with { Comparison = Refused.By(EndpointRelation.FormerMx) } },
        { "the endpoint is pinned", facts => facts with { Comparison = Refused.By(EndpointRelation.Pinned) } },
        { "the endpoint is foreign", facts => facts with { Comparison = Refused.By(EndpointRelation.Foreign) } },
        { "the endpoint is unknown", facts => facts with { Comparison = Refused.By(EndpointRelation.Unknown) } },
        { "the domain takes no mail", facts => facts with { Comparison = Refused.By(EndpointRelation.NullMx) } },
        { "the domain does not exist", facts => facts with { Comparison = Refused.By(EndpointRelation.NoDomain) } },
        { "our own relay refused", facts => facts with { Comparison = Refused.By(EndpointRelation.OwnRelay) } },
        { "the only evidence is a relay text", facts => facts with { Family = RefusalFamily.Relay, Category = BounceCategory.RelayDenied, ReplyText = "Relaying denied", Status = "5.7.1", RefusedInControlledRetry = false } },
        { "the evidence is unverified", facts => facts with { Verified = false } },
        { "the route was not clean at that time", facts => facts with { ComparisonThen = Refused.By(EndpointRelation.Foreign) } },
        { "resolvers disagreed at that time", facts => facts with { ComparisonThen = Refused.By(EndpointRelation.CurrentMx) with { ResolversAgree = false } } },
        { "the refusal is temporary", facts => facts with { Permanent = false } },
        { "words speak of our permission", facts => facts with { ReplyText = "550 5.7.64 TenantAttribution", RefusedInControlledRetry = false } },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void Decide_Never_Suppresses(string when, Func<RefusalFacts, RefusalFacts> force) => Gen.Select(AnyRefusal.Facts, AnyRefusal.Now).Sample((facts, now) =>
        Assert.True(VerdictRules.Decide(force(facts), now).Verdict != Verdict.Suppress, when));

    [Fact]
    public void Decide_InGracePeriodWithoutControlledRetry_NeverSuppresses() => Gen.Select(AnyRefusal.Facts, Gen.Int[0, 23]).Sample((facts, hours) =>
        Assert.NotEqual(Verdict.Suppress, VerdictRules.Decide(facts with { RefusedInControlledRetry = false }, facts.FirstAt.AddHours(hours)).Verdict));

    // Without this the properties above could hold because nothing is ever suppressed.
    [Fact]
    public void Decide_AmongAnyFacts_MeetsEveryVerdictAndCause()
    {
        var found = new System.Collections.Concurrent.ConcurrentBag<Finding>();
        Gen.Select(AnyRefusal.Facts, AnyRefusal.Now).Sample((facts, now) => found.Add(VerdictRules.Decide(facts, now)), iter: 3000);

        Assert.Equal(Enum.GetValues<Verdict>(), found.Select(one => one.Verdict).Distinct().Order());
        Assert.Equal(Enum.GetValues<Cause>(), found.Select(one => one.Cause).Distinct().Order());
    }

    [Fact]
    public void Decide_Unverified_InvestigatesWithLowConfidence() => Gen.Select(AnyRefusal.Facts, AnyRefusal.Now).Sample((facts, now) =>
    {
        var found = VerdictRules.Decide(facts with { Verified = false }, now);

        Assert.Equal(Verdict.Investigate, found.Verdict);
        Assert.Equal(Confidence.Low, found.Confidence);
        Assert.Contains("verification", found.Missing);
    });

    [Fact]
    public void Decide_Always_GivesReasonsAndWhatWouldChangeIt() => Gen.Select(AnyRefusal.Facts, AnyRefusal.Now).Sample((facts, now) =>
    {
        var found = VerdictRules.Decide(facts, now);

        Assert.Contains(found.Reasons, reason => reason.For);
        Assert.All(found.Reasons, reason => Assert.Matches(Kebab, reason.Rule));
        Assert.All(found.Reasons.Select(reason => reason.Text).Concat(found.WouldChange).Concat(found.Fix), text => Assert.Matches(Sentence, text));
        Assert.NotEmpty(found.WouldChange);
        Assert.NotEmpty(found.Fix);
    });

    [Fact]
    public void Decide_NoEndpoint_AlwaysMissesTheAddress() => Gen.Select(AnyRefusal.Facts, AnyRefusal.Now).Sample((facts, now) =>
        Assert.Contains("remoteIp", VerdictRules.Decide(facts with { Endpoint = RemoteEndpoint.Unknown }, now).Missing));

    [Fact]
    public void Decide_Retry_HasATimeNotBeforeTheRefusal() => Gen.Select(AnyRefusal.Facts, AnyRefusal.Now).Sample((facts, now) =>
    {
        var found = VerdictRules.Decide(facts, now);

        Assert.Equal(found.Verdict == Verdict.Retry, found.NotBefore is not null);
        Assert.True(found.NotBefore is null || found.NotBefore >= facts.LastAt);
    });

    [Fact]
    public void Decide_SameFactsInAnyOrder_SameFinding() => Gen.Select(AnyRefusal.Facts, AnyRefusal.Now).Sample((facts, now) =>
    {
        var turned = facts with
        {
            DeliveredByPool = facts.DeliveredByPool.Reverse().ToDictionary(),
            DeliveredSinceByPool = facts.DeliveredSinceByPool.Reverse().ToDictionary(),
        };

        Assert.Equal(Print(VerdictRules.Decide(facts, now)), Print(VerdictRules.Decide(turned, now)));
    });

    // Time alone takes no suppression back; only facts do.
    [Fact]
    public void Decide_Suppress_StaysWhileNothingHappens() => Gen.Select(AnyRefusal.Facts, AnyRefusal.Now, Gen.Int[1, 1000]).Sample((facts, now, hours) =>
        Assert.True(VerdictRules.Decide(facts, now).Verdict != Verdict.Suppress || VerdictRules.Decide(facts, now.AddHours(hours)).Verdict == Verdict.Suppress));

    [Fact]
    public void Decide_DnsDoubt_NeverRaisesConfidenceOfTheSameVerdict() => Gen.Select(AnyRefusal.Facts, AnyRefusal.Now).Sample((facts, now) =>
    {
        var sure = VerdictRules.Decide(facts with { Comparison = facts.Comparison with { ResolversAgree = true, AnyUnknown = false } }, now);
        var doubtful = VerdictRules.Decide(facts with { Comparison = facts.Comparison with { ResolversAgree = false, AnyUnknown = true } }, now);

        Assert.True(doubtful.Confidence <= sure.Confidence);
        Assert.True(doubtful.Verdict <= sure.Verdict);
    });

    private static string Print(Finding finding) => JsonSerializer.Serialize(finding, AsText);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.NonBacktracking)]
    private static partial Regex Kebab { get; }

    // Begins with a capital, a digit, a quote or a server's name, and ends as a sentence does.
    [GeneratedRegex(@"^\S.*\.$", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Sentence { get; }
}
