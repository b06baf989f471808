using System.Net;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Resolving;
using BounceBoard.TestKit.Dns;
using BounceBoard.TestKit.Hosts;
using Xunit;

namespace BounceBoard.Dns.Tests.Domains;

/// <summary>NSD with signed zones and Unbound that validates them: what a forger or a forgotten signature looks like to the house.</summary>
public sealed class DnssecTests : IAsyncLifetime
{
    private static readonly string? Missing = NsdServer.Missing ?? SignedZone.Missing ?? UnboundServer.Missing;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bounceboard-zones-");
    private SignedZone[] _zones = [];
    private NsdServer? _names;
    private UnboundServer? _resolver;

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }
        _zones = [
            await SignedZone.SignAsync(_folder, "secure.test", false, CancellationToken.None, Mail("secure.test")),
            await SignedZone.SignAsync(_folder, "expired.test", true, CancellationToken.None, Mail("expired.test")),
            (await SignedZone.SignAsync(_folder, "forged.test", false, CancellationToken.None, Mail("forged.test"))).Tampered("192.0.2.1", "192.0.2.66"),
            SignedZone.Plain(_folder, "plain.test", Mail("plain.test")),
        ];
        _names = await NsdServer.StartAsync([], _zones, CancellationToken.None);
        _resolver = await UnboundServer.StartAsync(_names.Port, _zones, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await (_resolver?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_names?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("secure.test", DnssecState.Secure, DnssecState.Secure)]
    [InlineData("plain.test", DnssecState.Insecure, DnssecState.Insecure)]
    [InlineData("expired.test", DnssecState.Bogus, null)]
    // The zone's own records are good; the address of its mail host is not what was signed.
    [InlineData("forged.test", DnssecState.Secure, DnssecState.Bogus)]
    public async Task Fetch_ThroughAValidatingResolver_TellsTheStates(string domain, DnssecState zone, DnssecState? host)
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");

        var facts = await Exam.OfAsync(OptionsWith(_resolver!.Endpoint.ToString()), Exam.Of(domain));

        Assert.Equal((zone, host), (facts.Dnssec, facts.HostDnssec.TryGetValue($"mx.{domain}", out var state) ? state : null));
    }

    [Fact]
    public async Task Fetch_SignedZone_ReadsItsTlsaRecord()
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");

        var facts = await Exam.OfAsync(OptionsWith(_resolver!.Endpoint.ToString()), Exam.Of("secure.test"));

        Assert.StartsWith("3 1 1 ", Assert.Single(facts.Records("_25._tcp.mx.secure.test", RecordType.Tlsa)!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secure.test", true)]
    [InlineData("expired.test", false)]
    public async Task Fetch_SignedZone_ShowsItsKeysAndHowLongItsSignaturesHold(string domain, bool holds)
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        var options = OptionsWith("");
        options.AuthoritativePort = _names!.Port;
        using var world = TestDnsServer.Start($"{domain}. 300 IN NS ns.{domain}.", $"ns.{domain}. 300 IN A 127.0.0.1");
        options.Resolvers[0].Port = world.Endpoint.Port;

        var facts = await Exam.OfAsync(options, Exam.Of(domain) with { AskNameServers = true });

        var signing = Assert.Single(facts.NameServers).Signing;
        var key = Assert.Single(signing!.Keys!);
        Assert.Equal((257, 13, 256), (key.Flags, key.Algorithm, key.Bits));
        // The DS record that the signer wrote names the same key.
        Assert.Contains($" {key.Tag} 13 2 ", _zones.Single(zone => zone.Name == domain).Anchor!.Replace('\t', ' '), StringComparison.Ordinal);
        Assert.Equal(holds, signing.Until > DateTimeOffset.UtcNow);
        Assert.Equal(holds ? CheckState.Pass : CheckState.Fail, HealthRules.Judge(facts).Checks.Single(check => check.Id == "dnssec-expiry").State);
    }

    [Fact]
    public async Task Fetch_BogusZone_IsUnknownToTheRulesAndNeverAbsent()
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");

        var facts = await Exam.OfAsync(OptionsWith(_resolver!.Endpoint.ToString()), Exam.Of("expired.test"));

        Assert.Equal(DnsState.Unknown, facts.Dns.Find("expired.test", RecordType.Mx)?.State);
    }

    [Fact]
    public async Task Fetch_NoValidatingResolverOrADeadOne_IsUnknown()
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");

        var unnamed = await Exam.OfAsync(OptionsWith(""), Exam.Of("secure.test"));
        var dead = await Exam.OfAsync(OptionsWith($"127.0.0.1:{FreePort.ForDns(IPAddress.Loopback)}"), Exam.Of("secure.test"));

        Assert.Equal((DnssecState.Unknown, DnssecState.Unknown), (unnamed.Dnssec, dead.Dnssec));
        Assert.Equal(DnssecState.Unknown, dead.HostDnssec["mx.secure.test"]);
    }

    [Fact]
    public async Task Fetch_ZoneWhoseServersAreDown_IsUnknownAndNotBogus()
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        await _names!.DisposeAsync();
        _names = null;

        var facts = await Exam.OfAsync(OptionsWith(_resolver!.Endpoint.ToString()), Exam.Of("secure.test"));

        Assert.Equal(DnssecState.Unknown, facts.Dnssec);
    }

    private static string[] Mail(string zone) => [
        $"{zone}. 300 IN MX 10 mx.{zone}.", $"mx.{zone}. 300 IN A 192.0.2.1", $"{zone}. 300 IN TXT \"v=spf1 mx -all\"",
        $"_25._tcp.mx.{zone}. 300 IN TLSA 3 1 1 {new string('A', 64)}"];

    private DnsOptions OptionsWith(string validating)
    {
        var options = new DnsOptions
        {
            UseSystem = false,
            UsePublic = false,
            UseAuthoritative = false,
            Retries = 0,
            Timeout = TimeSpan.FromSeconds(2),
            QueriesPerSecond = 10_000,
            ValidatingResolver = validating,
        };
        options.Resolvers.Add(new ResolverOptions { Name = "unbound", Address = "127.0.0.1", Port = _resolver!.Endpoint.Port });
        return options;
    }
}
