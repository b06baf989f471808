using System.Net;
using BounceBoard.Core.Bounces;
using Xunit;

namespace BounceBoard.Core.Tests.Bounces;

/// <summary>Reports of one refusal complete one another's hops, whichever came first.</summary>
public sealed class HopMergeTests
{
    private static readonly IPAddress InnerIp = IPAddress.Parse("203.0.113.9");
    private static readonly RefusalHop Gateway = new("gw.example.net", IPAddress.Parse("198.51.100.7"), 25, "550 5.7.1", FieldSource.Stated);

    private static readonly BounceReport Log = new()
    {
        Kind = BounceKind.Bounce,
        Format = "postfix-log",
        Recipient = "u@example.net",
        QueueId = "1A",
        RemoteMta = "gw.example.net",
        RemoteIp = Gateway.Ip,
        RemoteIpSource = FieldSource.Stated,
        Permanent = true,
        Hops = [Gateway, new(null, InnerIp, null, "550 5.1.1", FieldSource.Stated)],
    };

    private static readonly BounceReport Dsn = Log with
    {
        Format = "dsn",
        RemoteMta = "inner.example.net",
        RemoteIp = InnerIp,
        Hops = [Gateway with { Ip = null, Reply = null, Source = FieldSource.Derived }, new("inner.example.net", InnerIp, null, "550 5.1.1 <u@example.net>: unknown", FieldSource.Stated)],
    };

    [Fact]
    public void Same_OneNamesTheGatewayAndTheOtherTheServerBehindIt_IsOneRefusal()
    {
        Assert.True(RefusalFold.Same(Log, Dsn));
        Assert.True(RefusalFold.Same(Dsn, Log));
        Assert.False(RefusalFold.Same(Log, Dsn with { RemoteMta = "other.example.net", RemoteIp = null, Hops = [] }));
    }

    [Fact]
    public void Merge_BothKnowTheHops_EachIsCompleted()
    {
        var merged = RefusalFold.Merge(Log, Dsn);

        Assert.Equal(merged.Hops, RefusalFold.Merge(Dsn, Log).Hops);
        Assert.Equal([Gateway, new("inner.example.net", InnerIp, null, "550 5.1.1 <u@example.net>: unknown", FieldSource.Stated)], merged.Hops);
        Assert.Equal("gw.example.net", merged.RemoteMta);
    }

    [Fact]
    public void Merge_OneKnowsNone_TheOthersStay() => Assert.Equal(Log.Hops, RefusalFold.Merge(Dsn with { Hops = [] }, Log).Hops);

    [Fact]
    public void Merge_OtherServers_AreNotMixed()
    {
        var other = Dsn with { Hops = [Gateway, new("elsewhere.example.net", IPAddress.Parse("203.0.113.77"), null, null, FieldSource.Stated)] };

        Assert.Contains(RefusalFold.Merge(Log, other).Hops, new[] { Log.Hops, other.Hops });
        Assert.Equal(RefusalFold.Merge(Log, other).Hops, RefusalFold.Merge(other, Log).Hops);
    }

    [Fact]
    public void Merge_OurServersLogAndTheSendersLog_StaysTheReceivingSide() =>
        Assert.Equal(ReportSide.Receiving, RefusalFold.Merge(Log, Log with { Side = ReportSide.Receiving }).Side);
}
