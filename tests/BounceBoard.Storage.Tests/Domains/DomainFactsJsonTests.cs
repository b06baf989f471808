using System.Net;
using System.Text;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Domains.MtaSts;
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
        Assert.Equal(facts.MailHosts[0].Trials, back.MailHosts[0].Trials);
        Assert.Equal(["mx.example.net"], back.Earlier?.Policies[0].Policy.Mx);
        Assert.Equal((facts.At, facts.Profile, DnssecState.Bogus), (back.At, back.Profile, back.HostDnssec["mx.example.net"]));
    }

    [Fact]
    public void Read_FactsOfAnEarlierHouse_LackWhatWasNotAskedThen()
    {
        var json = """{"Version":1,"Facts":{"Domain":"example.net","At":"2026-01-01T00:00:00+00:00","Resolver":"test","Dns":[],"NameServers":[{"Name":"ns.example.net","Answers":[]}]}}""";

        var back = DomainFactsJson.Read(Encoding.UTF8.GetBytes(json));

        Assert.Empty(back.Delegations);
        Assert.Equal((null, null, null), (back.NameServers[0].KnowsEdns, back.NameServers[0].GivesZone, back.NameServers[0].Signing));
    }

    [Fact]
    public void Read_FieldOfALaterHouse_IsPassedOver()
    {
        var json = Encoding.UTF8.GetString(DomainFactsJson.Write(Whole())).Replace("\"Resolver\"", "\"Later\":{\"a\":1},\"Resolver\"", StringComparison.Ordinal);
        Assert.Equal("test", DomainFactsJson.Read(Encoding.UTF8.GetBytes(json)).Resolver);
    }

    [Fact]
    public void Read_WrittenBeforeServersWereTried_HasNoTrials()
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(DomainFactsJson.Write(Whole()));
        var host = json?["Facts"]?["MailHosts"]?[0]?.AsObject() ?? throw new InvalidOperationException("The shape has changed.");
        Assert.True(host.Remove("Trials") && host.Remove("TrialProblem") && host.Remove("IsNeighbour"));

        var back = DomainFactsJson.Read(Encoding.UTF8.GetBytes(json.ToJsonString())).MailHosts[0];

        Assert.Empty(back.Trials);
        Assert.Equal(("", false, MailHostState.Encrypted), (back.TrialProblem, back.IsNeighbour, back.State));
    }

    [Fact]
    public void Read_FactsOfAnEarlierHouse_LeaveOpenWhatItDidNotKnow()
    {
        const string json = """
            {"Version":1,"Facts":{"Domain":"example.net","At":"2026-11-27T09:00:00+00:00","Resolver":"test","Dns":[],
            "MtaStsPolicy":{"Status":200,"MediaType":"text/plain","Body":"version: STSv1","Problem":"","IsUnknown":false}}}
            """;
        var facts = DomainFactsJson.Read(Encoding.UTF8.GetBytes(json));
        Assert.Equal((null, null, null, "", ""), (facts.Registration, facts.Earlier, facts.Bimi, facts.MtaStsPolicy?.Id, facts.MtaStsPolicy?.Issuer));
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
                    Trials = [new TrialReply(TrialQuestion.OutsidePercent, "RCPT TO:<a%b@example.net>", 554, "5.7.1 Relay access denied")], TrialProblem = "ended", IsNeighbour = true,
                },
            ],
            MtaStsPolicy = new PolicyFetch(200, "text/plain", "version: STSv1\n", "", false) { Id = "1", Issuer = "Laboratory" },
            Dnssec = DnssecState.Secure,
            HostDnssec = new Dictionary<string, DnssecState> { ["mx.example.net"] = DnssecState.Bogus },
            NameServers =
            [
                new NameServerFact("ns.example.net", null, [text], null)
                {
                    KnowsEdns = true, AnswersTcp = false, GivesZone = true, IsOpenResolver = false, Signing = new ZoneSigning([new ZoneKey(1, 257, 13, 256)], T0, T0.AddDays(7), 0),
                },
            ],
            Delegations = [new DelegationFact("net", "a.nic.example", DelegationState.Referral, ["ns.example.net"], [new GlueFact("ns.example.net", address)])],
            SendingHosts = [new SendingHost(address, "out.example.net") { Origin = SendingHostOrigin.Log }],
            SeenSenders = [new SeenSender("bounce.example.net", "example.net", "example.net", "tx", 3, T0)],
            SeenHelos = ["mta.example.net"],
            UnmanagedSubdomains = ["news.example.net"],
            Blocklists = [new BlocklistFact("bl.example", "192.0.2.1", ListingState.Listed, ["127.0.0.2"], "listed")],
            Reports = new ReportFacts(T0, 10, 9, 8, 7, 0.25),
            Profile = DomainProfile.Parked,
            Registration = new("example.net", T0, "Registrar", ["active"], "", false),
            Earlier = new() { Policies = [new("1", new(MtaStsMode.Enforce, ["mx.example.net"], 86400), T0)], Keys = [new("s1", "00ff", T0)] },
            Bimi = new(
                new("https://example.net/logo.svg", "image/svg+xml", 7, "<svg/>", "00ff", "", false),
                new() { Address = "https://example.net/mark.pem", Begins = T0, Ends = T0, Names = ["example.net"], HasPurpose = true, Pictures = ["00ff"] }),
        };
    }
}
