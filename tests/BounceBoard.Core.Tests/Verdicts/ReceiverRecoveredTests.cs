using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts;
using BounceBoard.TestKit.Builders;
using Xunit;

namespace BounceBoard.Core.Tests.Verdicts;

/// <summary>A replay decides for an earlier time; it may not tell of an end that came after it.</summary>
public sealed class ReceiverRecoveredTests
{
    private static readonly RefusalFacts Outage = Refused.From(EndpointRelation.CurrentMx) with
    {
        PeopleInIncident = 40,
        IncidentOpenAtScope = true,
        SpikeSince = Refused.At,
        IncidentLastAt = Refused.At.AddHours(1),
        SpikeStoppedAt = Refused.At.AddHours(5),
        DeliveredToRecipientSince = true,
    };

    [Fact]
    public void Decide_BeforeTheSpikesEnd_NamesNoTimeThatIsStillToCome()
    {
        var found = VerdictRules.Decide(Outage, Refused.At.AddHours(3));

        Assert.Equal(Verdict.Retry, found.Verdict);
        Assert.Contains("Mail is accepted again since", string.Join(" ", found.Reasons.Select(reason => reason.Text)), StringComparison.Ordinal);
        Assert.True(found.NotBefore <= Refused.At.AddHours(3), $"Not before {found.NotBefore}.");
    }

    [Fact]
    public void Decide_AfterTheSpikesEnd_NamesIt()
    {
        var found = VerdictRules.Decide(Outage, Refused.At.AddHours(9));

        Assert.Equal(Verdict.Retry, found.Verdict);
        Assert.Contains("The refusals stopped at", string.Join(" ", found.Reasons.Select(reason => reason.Text)), StringComparison.Ordinal);
        Assert.True(found.NotBefore >= Refused.At.AddHours(5), $"Not before {found.NotBefore}.");
    }
}
