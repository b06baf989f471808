using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts;
using BounceBoard.TestKit.Builders;
using Xunit;

namespace BounceBoard.Core.Tests.Verdicts;

/// <summary>Single stories: what the facts are, what the rules say, and what moves them.</summary>
public sealed class VerdictRulesTests
{
    private static readonly DateTimeOffset Later = Refused.At.AddDays(2);

    [Fact]
    public void Decide_DeadMailboxInGracePeriod_HoldsAndSaysUntilWhen()
    {
        var found = VerdictRules.Decide(Refused.DeadMailbox(), Refused.At.AddHours(1));

        Assert.Equal((Verdict.Investigate, Cause.BadAddress), (found.Verdict, found.Cause));
        Assert.Contains("Would become Suppress at 2026-05-17 07:02 UTC if no incident opens before.", found.WouldChange);
        Assert.Contains(found.Reasons, reason => reason is { Rule: "mailbox-does-not-exist", For: false });
    }

    [Fact]
    public void Decide_DeadMailboxAfterGrace_SuppressesWithHighConfidence()
    {
        var found = VerdictRules.Decide(Refused.DeadMailbox(), Later);

        Assert.Equal((Verdict.Suppress, Confidence.High), (found.Verdict, found.Confidence));
        Assert.Null(found.NotBefore);
    }

    [Fact]
    public void Decide_CodeSaysMailboxAndTextSaysRelay_IsNoDeadMailbox()
    {
        var found = VerdictRules.Decide(Refused.DeadMailbox() with { ReplyText = "550 5.1.1 Relaying disallowed" }, Later);

        Assert.Equal(Verdict.Investigate, found.Verdict);
        Assert.Contains(found.Reasons, reason => reason.Rule == "code-and-text-disagree");
    }

    [Fact]
    public void Decide_UserUnknownBeforeTheRecipientWasNamed_IsNoDeadMailbox() =>
        Assert.Equal(Verdict.Investigate, VerdictRules.Decide(Refused.DeadMailbox() with { Stage = SmtpStage.MailFrom }, Later).Verdict);

    [Fact]
    public void Decide_RelayWordsRefusedAgainInControlledRetry_Suppresses()
    {
        var facts = Refused.From(EndpointRelation.CurrentMx) with { Refusals = 2, RefusedInControlledRetry = true };

        Assert.Equal((Verdict.Suppress, Cause.BadAddress), Of(facts));
        Assert.Equal((Verdict.Investigate, Cause.BadAddress), Of(facts with { RefusedInControlledRetry = false }));
        // The first refusal of a new count: the route changed in between.
        Assert.Equal(Verdict.Investigate, Of(facts with { Refusals = 1 }).Verdict);
    }

    [Fact]
    public void Decide_PinnedRoute_NamesTheLine()
    {
        var found = VerdictRules.Decide(Refused.From(EndpointRelation.Pinned) with { Comparison = Refused.By(EndpointRelation.Pinned, "example.net smtp:[gw.test]:25") }, Later);

        Assert.Equal("Remove or correct the route line 'example.net smtp:[gw.test]:25'.", found.Fix[0]);
    }

    [Fact]
    public void Decide_NoEndpoint_MissesTheAddress()
    {
        var found = VerdictRules.Decide(Refused.From(EndpointRelation.Unknown) with { Endpoint = RemoteEndpoint.Unknown }, Later);

        Assert.Equal((Verdict.Investigate, Confidence.Low, Cause.Undetermined), (found.Verdict, found.Confidence, found.Cause));
        Assert.Contains("remoteIp", found.Missing);
    }

    [Fact]
    public void Decide_WrongServerThenAndMxNow_RetriesWithoutANewBounce()
    {
        var facts = Refused.From(EndpointRelation.CurrentMx) with { ComparisonThen = Refused.By(EndpointRelation.Foreign) };

        Assert.Equal((Verdict.Retry, Cause.WrongMx), Of(facts));
        Assert.NotNull(VerdictRules.Decide(facts, Later).NotBefore);
    }

    [Theory]
    [InlineData(EndpointRelation.FormerMx, Cause.WrongMx)]
    [InlineData(EndpointRelation.Foreign, Cause.WrongMx)]
    [InlineData(EndpointRelation.Pinned, Cause.PinnedRoute)]
    public void Decide_SamePoolDeliversAgain_Retries(EndpointRelation relation, Cause cause)
    {
        var facts = Refused.From(relation) with { DeliveredSinceByPool = new Dictionary<string, long> { ["tx-1"] = 3 } };

        Assert.Equal((Verdict.Retry, cause), Of(facts));
        // Another pool never had the wrong route: its deliveries say nothing.
        Assert.Equal((Verdict.Investigate, cause), Of(facts with { Pool = "bulk-2" }));
    }

    [Fact]
    public void Decide_SpamRefusedByAForeignServer_IsNoRouteThatWasCorrected()
    {
        var facts = Refused.From(EndpointRelation.Foreign, RefusalFamily.Content) with { DeliveredSinceByPool = new Dictionary<string, long> { ["tx-1"] = 3 } };

        Assert.Equal((Verdict.Investigate, Cause.OtherPolicy), Of(facts));
    }

    [Fact]
    public void Decide_OldAnswerRunsOut_RetriesFromThenOn()
    {
        var facts = Refused.From(EndpointRelation.FormerMx) with { Comparison = Stale() };

        Assert.Equal(Verdict.Investigate, VerdictRules.Decide(facts, Refused.At.AddMinutes(10)).Verdict);
        var found = VerdictRules.Decide(facts, Mx.Day.AddHours(8));
        Assert.Equal((Verdict.Retry, Mx.Day.AddHours(7.5)), (found.Verdict, found.NotBefore));
        // Refused by the old host after its answer had run out: no cache explains that.
        Assert.Equal(Verdict.Investigate, VerdictRules.Decide(facts with { LastAt = Mx.Day.AddHours(9) }, Later).Verdict);
    }

    [Fact]
    public void Decide_ManyPeopleAtTheMx_HoldsThenRetriesWhenItStops()
    {
        var during = Refused.From(EndpointRelation.CurrentMx) with { PeopleInIncident = 40, IncidentOpenAtScope = true, SpikeSince = Refused.At, ExplainedBy = "upper-case", FailingPools = ["tx-1", "bulk-2"] };
        var after = during with { SpikeStoppedAt = Refused.At.AddHours(2), DeliveredSinceByPool = new Dictionary<string, long> { ["tx-1"] = 205 } };

        Assert.Equal((Verdict.Investigate, Cause.ReceiverIncident), Of(during));
        Assert.Equal((Verdict.Retry, Cause.ReceiverIncident), Of(after));
        Assert.Equal("case-sensitive-receiver", VerdictRules.Decide(after, Later).SubCause);
        // Deliveries of other addresses during the incident do not end it.
        Assert.Equal(Verdict.Investigate, VerdictRules.Decide(after with { SpikeStoppedAt = null }, Later).Verdict);
    }

    [Fact]
    public void Decide_EverybodyDeadDuringAnOutage_IsAnIncidentWhateverTheWords()
    {
        var facts = Refused.DeadMailbox() with { PeopleInIncident = 31, IncidentOpenAtScope = true, SpikeSince = Refused.At };

        Assert.Equal((Verdict.Investigate, Cause.ReceiverIncident), Of(facts));
        // Many dead mailboxes at a large provider are no incident by themselves.
        Assert.Equal((Verdict.Suppress, Cause.BadAddress), Of(facts with { IncidentOpenAtScope = false, SpikeSince = null }));
    }

    [Fact]
    public void Decide_OnlyOnePoolFails_IsOurPermission()
    {
        var facts = Refused.From(EndpointRelation.CurrentMx) with
        {
            PeopleInIncident = 12,
            Pool = "bulk-2",
            FailingPools = ["bulk-2"],
            DeliveredDuringByPool = new Dictionary<string, long> { ["tx-1"] = 400 },
        };

        Assert.Equal((Verdict.Investigate, Cause.RelayPolicy), Of(facts));
    }

    [Fact]
    public void Decide_NothingIsEverDelivered_TheMxDoesNotKnowTheDomain()
    {
        var facts = Refused.From(EndpointRelation.CurrentMx) with { PeopleInIncident = 12, DeliveredByPool = new Dictionary<string, long>() };

        Assert.Equal((Verdict.Investigate, Cause.ReceiverMisconfigured), Of(facts));
        // Not known is not none.
        Assert.NotEqual(Cause.ReceiverMisconfigured, Of(facts with { DeliveriesKnown = false, PeopleInIncident = 1 }).Cause);
    }

    [Fact]
    public void Decide_DeferralWithRelayWords_IsTheSameAsTheFailureAndWarns()
    {
        var deferral = Refused.From(EndpointRelation.Foreign) with { Permanent = false, ReplyCode = 454, Status = "4.7.1" };

        Assert.Equal((Verdict.Investigate, Cause.WrongMx), Of(deferral));
        Assert.Contains(VerdictRules.Decide(deferral, Later).Reasons, reason => reason.Rule == "deferral-with-relay-words");
    }

    [Fact]
    public void Decide_ReportFromTheEndOfTime_DoesNotThrow()
    {
        var facts = Refused.DeadMailbox() with { FirstAt = DateTimeOffset.MaxValue, LastAt = DateTimeOffset.MaxValue, Category = BounceCategory.MailboxFull };

        Assert.Equal(DateTimeOffset.MaxValue, VerdictRules.Decide(facts, Later).NotBefore);
    }

    private static (Verdict Verdict, Cause Cause) Of(RefusalFacts facts)
    {
        var found = VerdictRules.Decide(facts, Later);
        return (found.Verdict, found.Cause);
    }

    // The old answer was last seen at 02:00, the new one first at 06:30, with an hour to live: 07:30.
    private static EndpointComparison Stale()
    {
        var finding = new ResolverFinding("r1", EndpointRelation.FormerMx, "was an MX", Mx.Seen("r1", 6.5, "example.net", "mx1.example.net 198.51.100.7"))
        {
            Former = Mx.Seen("r1", 1, "example.net", "old.hosting.test 203.0.113.50"),
        };
        return Refused.By(EndpointRelation.FormerMx) with { Resolvers = [finding] };
    }
}
