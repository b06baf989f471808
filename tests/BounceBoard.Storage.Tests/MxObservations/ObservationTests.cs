using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Storage.MxObservations;
using BounceBoard.TestKit.Storage;
using Xunit;

namespace BounceBoard.Storage.Tests.MxObservations;

public sealed class ObservationTests : IDisposable
{
    private static readonly DateTimeOffset T0 = new(2026, 5, 16, 7, 0, 0, TimeSpan.Zero);
    private static readonly DomainName Domain = DomainName.Parse("example.net");
    private readonly TempDatabase _temp = new();
    private readonly MxObservationWriter _writer = new();

    [Fact]
    public async Task SeenAsync_SameAnswerWithOtherTtl_ExtendsTheInterval()
    {
        Assert.True(await SeenAsync("r1", Answer("198.51.100.7", ttl: 300), 0));
        Assert.False(await SeenAsync("r1", Answer("198.51.100.7", ttl: 17), 10));
        var row = Assert.Single(await ListAsync());
        Assert.Equal((T0, T0.AddMinutes(10), 17), (row.From, row.SeenUntil, row.Answer.Ttl));
    }

    [Fact]
    public async Task SeenAsync_OtherAnswerAndBack_OpensThreeIntervals()
    {
        await SeenAsync("r1", Answer("198.51.100.7"), 0);
        Assert.True(await SeenAsync("r1", Answer("198.51.100.8"), 10));
        Assert.True(await SeenAsync("r1", Answer("198.51.100.7"), 20));
        Assert.Equal(["198.51.100.7", "198.51.100.8", "198.51.100.7"], (await ListAsync()).Select(row => row.Answer.Hosts[0].Addresses[0].ToString()));
    }

    [Fact]
    public async Task SeenAsync_UnknownBetween_IsAnIntervalOfItsOwn()
    {
        await SeenAsync("r1", Answer("198.51.100.7"), 0);
        var unknown = new MxAnswer { Domain = Domain, State = DnsState.Unknown, Rcode = "TIMEOUT" };
        Assert.True(await SeenAsync("r1", unknown, 10));
        Assert.False(await SeenAsync("r1", unknown, 20));
        Assert.True(await SeenAsync("r1", unknown with { Rcode = "SERVFAIL" }, 25));
        Assert.True(await SeenAsync("r1", Answer("198.51.100.7"), 30));
        var rows = await ListAsync();
        Assert.Equal([DnsState.Found, DnsState.Unknown, DnsState.Unknown, DnsState.Found], rows.Select(row => row.Answer.State));
        Assert.Equal(T0, rows[0].SeenUntil);
    }

    [Fact]
    public async Task SeenAsync_OtherResolverOrOrigin_HasItsOwnLine()
    {
        await SeenAsync("r1", Answer("198.51.100.7"), 0);
        Assert.True(await SeenAsync("r2", Answer("198.51.100.7"), 0));
        Assert.True(await SeenAsync("r1", Answer("198.51.100.7"), 0, ObservationOrigin.Recorded));
        Assert.Equal(["r1", "r2"], (await ListAsync()).Select(row => row.Resolver));
    }

    [Fact]
    public async Task ListAsync_AnswerWithEverything_ComesBackAsItWas()
    {
        var answer = new MxAnswer
        {
            Domain = Domain,
            State = DnsState.Found,
            Rcode = "NOERROR",
            Ttl = 60,
            Hosts = [new(DomainName.Parse("mx1.example.net"), 10, DnsState.Found, [IPAddress.Parse("198.51.100.7"), IPAddress.Parse("2001:db8::7")]),
                new(DomainName.Parse("mx2.example.net"), 20, DnsState.Unknown, [])],
        };
        await SeenAsync("r1", answer, 0);
        await SeenAsync("r2", new MxAnswer { Domain = Domain, State = DnsState.Found, Rcode = "NOERROR", IsNullMx = true }, 0);
        await SeenAsync("r3", new MxAnswer { Domain = Domain, State = DnsState.Absent, Rcode = "NOERROR", ImplicitAddresses = [IPAddress.Parse("198.51.100.9")] }, 0);
        var rows = await ListAsync();
        Assert.Equal((answer.Domain, answer.State, answer.Rcode, 60), (rows[0].Answer.Domain, rows[0].Answer.State, rows[0].Answer.Rcode, rows[0].Answer.Ttl));
        Assert.Equal(answer.Hosts.Select(Shown), rows[0].Answer.Hosts.Select(Shown));
        Assert.True(rows[1].Answer.IsNullMx);
        Assert.Equal("198.51.100.9", Assert.Single(rows[2].Answer.ImplicitAddresses).ToString());
    }

    [Fact]
    public async Task Records_SeenTwiceThenChanged_AreIntervals()
    {
        var writer = new RecordObservationWriter();
        var ptr = new RecordAnswer("7.100.51.198.in-addr.arpa", RecordType.Ptr, DnsState.Found, "NOERROR", ["mx1.example.net"], 300);
        foreach (var (answer, minute) in new[] { (ptr, 0), (ptr, 5), (ptr with { Records = ["other.example.net"] }, 9) })
        {
            await _temp.Database.WriteAsync(tx => writer.SeenAsync("r1", answer, T0.AddMinutes(minute), ObservationOrigin.Live, tx, default), default);
        }
        var rows = await new RecordObservationReader(_temp.Database).ListAsync(ptr.Name, RecordType.Ptr, ObservationOrigin.Live, default);
        Assert.Equal([("mx1.example.net", 5), ("other.example.net", 9)],
            rows.Select(row => (row.Answer.Records[0], (int)(row.SeenUntil - T0).TotalMinutes)));
        Assert.Empty(await new RecordObservationReader(_temp.Database).ListAsync(ptr.Name, RecordType.Txt, ObservationOrigin.Live, default));
    }

    public void Dispose() => _temp.Dispose();

    private static string Shown(MxHost host) => $"{host.Preference} {host.Name} {host.AddressState} {string.Join(' ', host.Addresses)}";

    private static MxAnswer Answer(string address, int ttl = 300) => new()
    {
        Domain = Domain,
        State = DnsState.Found,
        Rcode = "NOERROR",
        Ttl = ttl,
        Hosts = [new(DomainName.Parse("mx1.example.net"), 10, DnsState.Found, [IPAddress.Parse(address)])],
    };

    private Task<bool> SeenAsync(string resolver, MxAnswer answer, int minute, ObservationOrigin origin = ObservationOrigin.Live) =>
        _temp.Database.WriteAsync(tx => _writer.SeenAsync(resolver, answer, T0.AddMinutes(minute), origin, tx, default), default);

    private Task<IReadOnlyList<MxObservation>> ListAsync() =>
        new MxObservationReader(_temp.Database).ListAsync(Domain, ObservationOrigin.Live, default);
}
