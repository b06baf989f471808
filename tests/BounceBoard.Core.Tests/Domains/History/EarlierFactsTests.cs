using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Domains.History;
using BounceBoard.Core.Tests.Domains.Health;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.History;

/// <summary>What only the past tells: policies that senders still hold (RFC 8461 §3.1, §8.3), and the age of keys.</summary>
public sealed class EarlierFactsTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public void After_SamePolicyAgain_IsHeldOnceAndLonger()
    {
        var first = Policy("1", "enforce", "mx.example.net", Fact.Now);
        var earlier = new EarlierFacts().After(first, Fact.Now).After(first with { At = Fact.Now + Day / 2 }, Fact.Now + Day / 2);

        var seen = Assert.Single(earlier.Policies);
        Assert.Equal(("1", Fact.Now + Day / 2, Fact.Now + Day * 1.5), (seen.Id, seen.Until, seen.HeldUntil));
    }

    [Fact]
    public void After_PolicyRunOut_IsForgotten()
    {
        var earlier = new EarlierFacts().After(Policy("1", "enforce", "mx.example.net", Fact.Now), Fact.Now);
        Assert.Equal("2", Assert.Single(earlier.After(Policy("2", "none", "", Fact.Now + Day * 2), Fact.Now + Day * 2).Policies).Id);
    }

    [Fact]
    public void After_RecordChangedSinceThePolicyWasFetched_CountsNothing()
    {
        var facts = Policy("1", "enforce", "mx.example.net", Fact.Now) with { Dns = Fact.Replacing("_mta-sts.example.net", "TXT", "_mta-sts.example.net TXT v=STSv1; id=2").Dns };
        Assert.Empty(new EarlierFacts().After(facts, Fact.Now).Policies);
    }

    [Theory]
    [InlineData("1", "mx.example.net", 1, CheckState.Pass)]
    [InlineData("1", "other.example.net", 1, CheckState.Warn)]
    [InlineData("2", "other.example.net", 1, CheckState.Pass)]
    [InlineData("1", "other.example.net", 30, CheckState.Pass)]
    public void Judge_PolicyChanged_WantsAnotherId_UntilTheEarlierRanOut(string id, string mx, int hours, CheckState state)
    {
        var earlier = new EarlierFacts().After(Policy("1", "enforce", "mx.example.net", Fact.Now), Fact.Now);
        var facts = Policy(id, "enforce", mx, Fact.Now.AddHours(hours)) with { Earlier = earlier };
        Assert.Equal(state, facts.Check("mta-sts-id").State);
    }

    [Fact]
    public void Judge_PolicyChangedWithoutId_StaysAFaultInTheNextExamination()
    {
        var earlier = new EarlierFacts().After(Policy("1", "enforce", "mx.example.net", Fact.Now), Fact.Now);
        var changed = Policy("1", "testing", "mx.example.net", Fact.Now.AddHours(1));
        var again = changed with { At = Fact.Now.AddHours(2), Earlier = earlier.After(changed, changed.At) };

        var check = again.Check("mta-sts-id");
        Assert.Equal((CheckState.Warn, "v=STSv1; id=20261127110000"), (check.State, check.Advice?.Records[0].Value));
    }

    [Theory]
    [InlineData("enforce", "mx.example.net", 1, CheckState.Warn)]
    [InlineData("enforce", "old.example.net", 1, CheckState.Fail)]
    [InlineData("testing", "old.example.net", 1, CheckState.Warn)]
    [InlineData("none", "", 1, CheckState.NotApplicable)]
    [InlineData("enforce", "mx.example.net", 25, CheckState.NotApplicable)]
    public void Judge_RecordRemoved_IsAFaultWhileSendersHoldAPolicy(string mode, string mx, int hours, CheckState state)
    {
        var earlier = new EarlierFacts().After(Policy("1", mode, mx, Fact.Now), Fact.Now);
        var facts = Fact.Replacing("_mta-sts.example.net", "TXT") with { At = Fact.Now.AddHours(hours), Earlier = earlier };
        Assert.Equal(state, facts.Check("mta-sts-removal").State);
    }

    [Fact]
    public void Judge_RecordNotAnswered_IsUnknown_NoPast_DoesNotApply()
    {
        var facts = Fact.Replacing("_mta-sts.example.net", "TXT", "_mta-sts.example.net FAIL");
        Assert.Equal(CheckState.Unknown, (facts with { Earlier = new() }).Check("mta-sts-id").State);
        Assert.Equal((CheckState.NotApplicable, CheckState.NotApplicable), (facts.Check("mta-sts-id").State, facts.Check("dkim-age").State));
    }

    [Theory]
    [InlineData(300, CheckState.Pass)]
    [InlineData(366, CheckState.Warn)]
    public void Judge_Key_AgesFromTheFirstExaminationThatFoundIt(int days, CheckState state)
    {
        var (first, middle) = (Fact.Good, Fact.Good with { At = Fact.Now + Day * 100 });
        var silent = Fact.Replacing("s1._domainkey.example.net", "TXT", "s1._domainkey.example.net FAIL") with { At = Fact.Now + Day * 200 };
        var earlier = new EarlierFacts().After(first, first.At).After(middle, middle.At).After(silent, silent.At);
        var facts = Fact.Good with { At = Fact.Now + Day * days, Earlier = earlier };

        Assert.Equal((state, 0), (facts.Check("dkim-age").State, facts.Check("dkim-age").LostPoints));
        Assert.Contains("2026-11-27", facts.Check("dkim-age").Evidence[0], StringComparison.Ordinal);
    }

    [Fact]
    public void After_KeyChangedOrGone_BeginsAnew()
    {
        var earlier = new EarlierFacts().After(Fact.Good, Fact.Now);
        var gone = Fact.Replacing("s1._domainkey.example.net", "TXT") with { At = Fact.Now + Day };
        var changed = Fact.Replacing("s1._domainkey.example.net", "TXT", $"s1._domainkey.example.net TXT {Fact.Short}") with { At = Fact.Now + Day };

        Assert.Empty(earlier.After(gone, gone.At).Keys);
        Assert.Equal(Fact.Now + Day, Assert.Single(earlier.After(changed, changed.At).Keys).Since);
        Assert.Equal("Seen for the first time.", (changed with { Earlier = earlier }).Check("dkim-age").Evidence[0]);
    }

    private static DomainFacts Policy(string id, string mode, string mx, DateTimeOffset at)
    {
        var body = $"version: STSv1\nmode: {mode}\nmax_age: 86400\n{(mx.Length > 0 ? $"mx: {mx}\n" : "")}";
        return Fact.Replacing("_mta-sts.example.net", "TXT", $"_mta-sts.example.net TXT v=STSv1; id={id}") with
        {
            At = at,
            MtaStsPolicy = new PolicyFetch(200, "text/plain", body, "", false) { Id = id },
        };
    }
}
