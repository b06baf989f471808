using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts;
using BounceBoard.TestKit.Builders;
using Xunit;

namespace BounceBoard.Core.Tests.Verdicts;

/// <summary>One final, verified refusal two days ago, 20 deliveries to the domain: what every relation and family comes to.</summary>
public sealed class VerdictTableTests
{
    private const string Expected = """
        Unknown: Relay Undetermined/Investigate, Mailbox Undetermined/Investigate, Domain Undetermined/Investigate, Policy Undetermined/Investigate, Reputation OtherPolicy/Investigate, Content OtherPolicy/Investigate, Capacity OtherPolicy/Investigate, Network Undetermined/Investigate, System Undetermined/Investigate, Other Undetermined/Investigate
        OwnRelay: Relay RelayPolicy/Investigate, Mailbox Undetermined/Investigate, Domain RelayPolicy/Investigate, Policy RelayPolicy/Investigate, Reputation OtherPolicy/Investigate, Content OtherPolicy/Investigate, Capacity OtherPolicy/Investigate, Network OtherPolicy/Investigate, System OtherPolicy/Investigate, Other RelayPolicy/Investigate
        CurrentMx: Relay BadAddress/Investigate, Mailbox BadAddress/Suppress, Domain BadAddress/Investigate, Policy OtherPolicy/Investigate, Reputation OtherPolicy/Investigate, Content OtherPolicy/Investigate, Capacity OtherPolicy/Retry, Network OtherPolicy/Investigate, System OtherPolicy/Investigate, Other Undetermined/Investigate
        CurrentMxRotating: Relay BadAddress/Investigate, Mailbox BadAddress/Investigate, Domain BadAddress/Investigate, Policy OtherPolicy/Investigate, Reputation OtherPolicy/Investigate, Content OtherPolicy/Investigate, Capacity OtherPolicy/Retry, Network OtherPolicy/Investigate, System OtherPolicy/Investigate, Other Undetermined/Investigate
        FormerMx: Relay WrongMx/Investigate, Mailbox WrongMx/Investigate, Domain WrongMx/Investigate, Policy WrongMx/Investigate, Reputation OtherPolicy/Investigate, Content OtherPolicy/Investigate, Capacity WrongMx/Investigate, Network WrongMx/Investigate, System WrongMx/Investigate, Other WrongMx/Investigate
        Pinned: Relay PinnedRoute/Investigate, Mailbox PinnedRoute/Investigate, Domain PinnedRoute/Investigate, Policy PinnedRoute/Investigate, Reputation OtherPolicy/Investigate, Content OtherPolicy/Investigate, Capacity PinnedRoute/Investigate, Network PinnedRoute/Investigate, System PinnedRoute/Investigate, Other PinnedRoute/Investigate
        ImplicitMx: Relay ReceiverMisconfigured/Investigate, Mailbox ReceiverMisconfigured/Investigate, Domain ReceiverMisconfigured/Investigate, Policy ReceiverMisconfigured/Investigate, Reputation ReceiverMisconfigured/Investigate, Content ReceiverMisconfigured/Investigate, Capacity ReceiverMisconfigured/Investigate, Network ReceiverMisconfigured/Investigate, System ReceiverMisconfigured/Investigate, Other ReceiverMisconfigured/Investigate
        Foreign: Relay WrongMx/Investigate, Mailbox WrongMx/Investigate, Domain WrongMx/Investigate, Policy WrongMx/Investigate, Reputation OtherPolicy/Investigate, Content OtherPolicy/Investigate, Capacity WrongMx/Investigate, Network WrongMx/Investigate, System WrongMx/Investigate, Other WrongMx/Investigate
        NoMx: Relay BadAddress/Investigate, Mailbox BadAddress/Investigate, Domain BadAddress/Investigate, Policy BadAddress/Investigate, Reputation BadAddress/Investigate, Content BadAddress/Investigate, Capacity BadAddress/Investigate, Network BadAddress/Investigate, System BadAddress/Investigate, Other BadAddress/Investigate
        NullMx: Relay BadAddress/Investigate, Mailbox BadAddress/Investigate, Domain BadAddress/Investigate, Policy BadAddress/Investigate, Reputation BadAddress/Investigate, Content BadAddress/Investigate, Capacity BadAddress/Investigate, Network BadAddress/Investigate, System BadAddress/Investigate, Other BadAddress/Investigate
        NoDomain: Relay BadAddress/Investigate, Mailbox BadAddress/Investigate, Domain BadAddress/Investigate, Policy BadAddress/Investigate, Reputation BadAddress/Investigate, Content BadAddress/Investigate, Capacity BadAddress/Investigate, Network BadAddress/Investigate, System BadAddress/Investigate, Other BadAddress/Investigate
        """;

    [Fact]
    public void Decide_EveryRelationAndFamily_AsWritten()
    {
        var rows = Enum.GetValues<EndpointRelation>().Select(relation =>
            $"{relation}: " + string.Join(", ", Enum.GetValues<RefusalFamily>().Select(family =>
            {
                var found = VerdictRules.Decide(Refused.From(relation, family), Refused.At.AddDays(2));
                return $"{family} {found.Cause}/{found.Verdict}";
            })));

        Assert.Equal(Expected, string.Join('\n', rows));
    }
}
