using System.Diagnostics;
using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Dkim;
using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Domains.MtaSts;
using BounceBoard.Core.Domains.Spf;
using BounceBoard.Core.Domains.Spf.Survey;
using BounceBoard.Core.Domains.TlsRpt;
using BounceBoard.Storage.Domains;
using Xunit;

namespace BounceBoard.Operations.Tests.Domains.Hostile;

/// <summary>Whatever stands in a stranger's zone, it is judged in bounded time and memory and without an exception.</summary>
public sealed class HostileRecordTests(ITestOutputHelper output)
{
    // As many as an examination asks at most; what is wanted beyond stays unasked, and so unknown.
    private const int MostQuestions = 1_500;

    // Far above what is measured, far below what would let one zone hold up the house.
    private const long MostBytes = 500_000_000;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Kinds => [.. HostileWorld.Kinds.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Judge_HostileZone_IsBoundedAndSaysSomething(string kind)
    {
        var (clock, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
        var facts = Examine(HostileWorld.Kinds[kind], out var asked);

        var health = HealthRules.Judge(facts);

        var used = GC.GetAllocatedBytesForCurrentThread() - before;
        output.WriteLine($"{kind}: {asked} questions, {used / 1_000_000} MB, {clock.ElapsedMilliseconds} ms, {health.Checks.Count} checks");
        Assert.NotEmpty(health.Checks);
        Assert.InRange(used, 0, MostBytes);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, MostTime);
        Assert.InRange(health.Score.Value ?? 0, 0, 100);
        // What is kept says the same when it is read again.
        var again = HealthRules.Judge(DomainFactsJson.Read(DomainFactsJson.Write(facts)));
        Assert.Equal(health.Score.Value, again.Score.Value);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Evaluate_HostileZone_EndsWithAResult(string kind)
    {
        var dns = new AnsweringDns(HostileWorld.Kinds[kind]);
        var request = new SpfRequest { Ip = IPAddress.Parse("203.0.113.9"), MailFrom = $"{new string('l', 64)}@example.net", Helo = "mail.example.net" };
        var clock = Stopwatch.StartNew();

        var evaluation = SpfEvaluator.Evaluate(request, dns);

        Assert.True(Enum.IsDefined(evaluation.Result));
        // RFC 7208 §4.6.4: ten terms that ask, each with ten names at most, and the record of each.
        Assert.InRange(dns.Asked, 1, 250);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, MostTime);
    }

    // Without an end to it, 255 names that include one another are gone through in every order that they can have.
    [Fact]
    public void Survey_NamesThatIncludeOneAnother_LooksAtFortyRecords()
    {
        var dns = new AnsweringDns(HostileWorld.Kinds["255 includes, each with 255 more"]);

        SpfSurvey.Of("example.net", dns);

        Assert.Equal(40, dns.Asked);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Readers_HostileText_NeverThrow(string kind)
    {
        var clock = Stopwatch.StartNew();
        foreach (var name in (string[])["example.net", "_dmarc.example.net", "s._domainkey.example.net", "_mta-sts.example.net", "_smtp._tls.example.net"])
        {
            foreach (var text in HostileWorld.Kinds[kind](new RecordQuestion(name, RecordType.Txt)).Take(100))
            {
                ReadAll(text);
            }
        }
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, MostTime);
    }

    [Fact]
    public void Readers_TenThousandRandomTexts_NeverThrow()
    {
        // A seed of its own: whoever sees it fail sees it fail again.
        var random = new Random(20261127);
        string[] parts = ["v=spf1", "v=DMARC1", "v=DKIM1", "v=STSv1", "v=TLSRPTv1", ";", "=", " ", "p=", "include:", "%{", "}", "/", "//", "\0", "\uFFFD", "mailto:", ",", "!", "ip4:", "::", "9999999999999999999", "-all", "\"", "\\", "é"];
        for (var round = 0; round < 10_000; round++)
        {
            ReadAll(string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => parts[random.Next(parts.Length)])));
        }
    }

    private static void ReadAll(string text)
    {
        if (SpfRecord.IsRecord(text))
        {
            Assert.NotNull(SpfParser.Parse(text));
        }
        Assert.NotNull(DmarcParser.Parse(text));
        Assert.NotNull(DkimKeyReader.Read(text));
        Assert.NotNull(DkimSignatureReader.Read(text));
        _ = MtaStsRecord.Parse(text, out _);
        _ = MtaStsPolicy.Parse(text, out _);
        _ = TlsRptRecord.Parse(text, out _);
    }

    // As the house asks: until the rules want nothing more.
    private static DomainFacts Examine(Func<RecordQuestion, IReadOnlyList<string>> world, out int asked)
    {
        var snapshot = new DnsSnapshot();
        var facts = new DomainFacts
        {
            Domain = DomainName.Parse("example.net"),
            At = new DateTimeOffset(2026, 5, 16, 7, 0, 0, TimeSpan.Zero),
            Resolver = "test",
            Dns = snapshot,
            Selectors = [new SelectorFact("s", SelectorOrigin.Configured)],
            SendingHosts = [new SendingHost(IPAddress.Parse("192.0.2.7"), null)],
        };
        asked = 0;
        while (asked < MostQuestions && HealthRules.Questions(facts) is { Count: > 0 } missing)
        {
            var allowed = missing.Take(MostQuestions - asked).ToList();
            asked += allowed.Count;
            foreach (var question in allowed)
            {
                snapshot.Add(question, AnsweringDns.Answer(question, world));
            }
        }
        return facts;
    }
}
