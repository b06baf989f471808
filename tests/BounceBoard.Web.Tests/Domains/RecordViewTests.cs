using BounceBoard.Core.Domains;
using BounceBoard.Web.Domains;
using Xunit;

namespace BounceBoard.Web.Tests.Domains;

public sealed class RecordViewTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 16, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Presence_NobodyAsked_IsNotAsked() => Assert.Equal(RecordPresence.NotAsked, View().Presence);

    [Fact]
    public void Presence_OneTimeout_IsNotAbsent()
    {
        Assert.Equal(RecordPresence.Unknown, View((DnsState.Unknown, null)).Presence);
        var view = View((DnsState.Unknown, null), (DnsState.Found, "v=spf1 -all"));
        Assert.Equal((RecordPresence.Found, "found, 1 of 2 resolvers, 1 unknown"), (view.Presence, view.Summary));
    }

    [Fact]
    public void Presence_DifferentTexts_Differs() =>
        Assert.Equal(RecordPresence.Differs, View((DnsState.Found, "v=spf1 -all"), (DnsState.Found, "v=spf1 ~all")).Presence);

    [Fact]
    public void Presence_FoundHereAndNotThere_SaysBothCounts()
    {
        var view = View((DnsState.Found, "v=spf1 -all"), (DnsState.Absent, null));
        Assert.Equal("resolvers differ: 1 found, 1 none", view.Summary);
    }

    [Fact]
    public void Presence_AllAbsent_IsAbsent() => Assert.Equal("none, 1 of 1 resolvers", View((DnsState.Absent, null)).Summary);

    [Fact]
    public void Fault_TwoRecordsOfOneKind_IsNamed()
    {
        var two = new ResolverRecord("a", DnsState.Found, "NOERROR", ["v=spf1 -all", "v=spf1 ~all"], 300, Now, Now);
        Assert.NotNull(new RecordView("SPF", "acme.test", true, [two]).Fault);
        Assert.Null(new RecordView("MX", "acme.test", false, [two]).Fault);
    }

    private static RecordView View(params (DnsState State, string? Text)[] answers) => new(
        "SPF", "acme.test", true,
        [.. answers.Select((answer, index) => new ResolverRecord(
            $"r{index}", answer.State, "NOERROR", answer.Text is null ? [] : [answer.Text], null, Now, Now))]);
}
