using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.History;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.History;

public sealed class RecordHistoryTests
{
    private static readonly DateTimeOffset T0 = new(2026, 5, 16, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_RecordThatChanged_OneChangePerResolverLatestFirst()
    {
        var changes = RecordHistory.Of([Seen(0, "a", "v=spf1 -all"), Seen(1, "b", "v=spf1 -all"), Seen(2, "a", "v=spf1 ~all"), Seen(3, "a", "v=spf1 ~all")]);
        var change = Assert.Single(changes);
        Assert.Equal(("a", T0.AddHours(2)), (change.Resolver, change.At));
        Assert.Equal(["v=spf1 -all"], change.Removed);
        Assert.Equal(["v=spf1 ~all"], change.Added);
    }

    [Fact]
    public void Of_SetInAnotherOrder_IsNoChange() => Assert.Empty(RecordHistory.Of([Seen(0, "a", "x", "y"), Seen(1, "a", "y", "x")]));

    [Fact]
    public void Of_AnswerThatDidNotCome_IsNeitherLossNorReturn()
    {
        var silence = (T0.AddHours(1), "a", new RecordAnswer("example.net", RecordType.Txt, DnsState.Unknown, "TIMEOUT", [], null));
        Assert.Empty(RecordHistory.Of([Seen(0, "a", "x"), silence, Seen(2, "a", "x")]));
    }

    [Fact]
    public void Of_RecordThatWent_HasNothingAfter()
    {
        var gone = (T0.AddHours(1), "a", new RecordAnswer("example.net", RecordType.Txt, DnsState.Absent, "NXDOMAIN", [], null));
        Assert.Empty(Assert.Single(RecordHistory.Of([Seen(0, "a", "x"), gone])).After);
    }

    [Theory]
    [InlineData("spf.example.org", RecordType.Txt, true)]
    [InlineData("sub.example.net", RecordType.Mx, true)]
    [InlineData("notexample.net", RecordType.Mx, false)]
    [InlineData("example.net", RecordType.A, false)]
    [InlineData("example.net", RecordType.Soa, false)]
    public void Concerns_NameAndType_AsTheOwnerSees(string name, RecordType type, bool expected) => Assert.Equal(
        expected, RecordHistory.Concerns(DomainName.Parse("example.net"), new RecordAnswer(name, type, DnsState.Found, "NOERROR", ["x"], 1)));

    private static (DateTimeOffset, string, RecordAnswer) Seen(int hour, string resolver, params string[] records) =>
        (T0.AddHours(hour), resolver, new RecordAnswer("example.net", RecordType.Txt, DnsState.Found, "NOERROR", records, 300));
}
