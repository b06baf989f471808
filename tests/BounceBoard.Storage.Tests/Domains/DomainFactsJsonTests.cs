using System.Net;
using System.Text;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Storage.Domains;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Domains;

/// <summary>What an examination found comes back as it was, also where the house has learned more since.</summary>
public sealed class DomainFactsJsonTests
{
    [Fact]
    public void Read_EveryField_ComesBack()
    {
        var facts = Whole();
        var json = DomainFactsJson.Write(facts);

        var back = DomainFactsJson.Read(json);

        Assert.Equal(Encoding.UTF8.GetString(json), Encoding.UTF8.GetString(DomainFactsJson.Write(back)));
        Assert.Equal(["v=spf1 -all", "über"], back.Dns.Find("EXAMPLE.net", RecordType.Txt)?.Records);
        Assert.Null(back.Dns.Find("example.net", RecordType.Mx));
        Assert.Equal((facts.Selectors[0], facts.SendingHosts[0], facts.SeenSenders[0]), (back.Selectors[0], back.SendingHosts[0], back.SeenSenders[0]));
        Assert.Equal(["mta.example.net", "news.example.net"], [.. back.SeenHelos, .. back.UnmanagedSubdomains]);
        Assert.Equal(facts.MailHosts[0].Certificates[0], back.MailHosts[0].Certificates[0]);
        Assert.Equal((facts.At, facts.Profile, DnssecState.Bogus), (back.At, back.Profile, back.HostDnssec["mx.example.net"]));
    }

    [Fact]
    public void Read_FieldOfALaterHouse_IsPassedOver()
    {
        var json = Encoding.UTF8.GetString(DomainFactsJson.Write(Whole())).Replace("\"Resolver\"", "\"Later\":{\"a\":1},\"Resolver\"", StringComparison.Ordinal);
        Assert.Equal("test", DomainFactsJson.Read(Encoding.UTF8.GetBytes(json)).Resolver);
    }

    [Theory]
    [InlineData("{\"Version\":2,\"Facts\":null}")]
    [InlineData("{\"Version\":1}")]
    [InlineData("{")]
    public void Read_OtherShapeOrDamaged_SaysSo(string json) =>
        Assert.Throws<InvalidDataException>(() => DomainFactsJson.Read(Encoding.UTF8.GetBytes(json)));

    private static DomainFacts Whole()
    {
        var (domain, address) = (DomainName.Parse("example.net"), IPAddress.Parse("2001:db8::1"));
        var text = new RecordAnswer("example.net", RecordType.Txt, DnsState.Found, "NOERROR", ["v=spf1 -all", "über"], 300);
        return new DomainFacts
        {
            Domain = domain,
            At = T0,
            Resolver = "test",
            Dns = DnsSnapshot.Of([text, new RecordAnswer("a.example.net", RecordType.A, DnsState.Unknown, "TIMEOUT", [], null)]),
            Selectors = [new SelectorFact("s1", SelectorOrigin.Seen) { LastSeen = T0 }],
            MailHosts =
            [
                new MailHostFact
                {
                    Host = DomainName.Parse("mx.example.net"), Address = address, State = MailHostState.Encrypted, Certificates = [[1, 2, 3]],
                    CertificateEnds = T0, IsChainTrusted = false, GreetingAfter = TimeSpan.FromMilliseconds(12),
                },
            ],
            MtaStsPolicy = new PolicyFetch(200, "text/plain", "version: STSv1\n", "", false),
            Dnssec = DnssecState.Secure,
            HostDnssec = new Dictionary<string, DnssecState> { ["mx.example.net"] = DnssecState.Bogus },
            NameServers = [new NameServerFact("ns.example.net", null, [text], null)],
            SendingHosts = [new SendingHost(address, "out.example.net") { Origin = SendingHostOrigin.Log }],
            SeenSenders = [new SeenSender("bounce.example.net", "example.net", "example.net", "tx", 3, T0)],
            SeenHelos = ["mta.example.net"],
            UnmanagedSubdomains = ["news.example.net"],
            Blocklists = [new BlocklistFact("bl.example", "192.0.2.1", ListingState.Listed, ["127.0.0.2"], "listed")],
            Reports = new ReportFacts(T0, 10, 9, 8, 7, 0.25),
            Profile = DomainProfile.Parked,
        };
    }
}
