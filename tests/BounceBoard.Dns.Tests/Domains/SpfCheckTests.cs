using System.Net;
using System.Text.Json;
using BounceBoard.Core;
using BounceBoard.Core.Domains.Spf;
using BounceBoard.Core.Domains.Spf.Survey;
using BounceBoard.Dns.Domains;
using BounceBoard.Dns.Resolving;
using BounceBoard.TestKit.Corpora;
using BounceBoard.TestKit.Dns;
using Xunit;

namespace BounceBoard.Dns.Tests.Domains;

public sealed class SpfCheckTests
{
    // The server in the test's process writes a question mark for every octet outside ASCII; NSD below writes what is meant.
    private static readonly HashSet<string> OutsideAscii = ["non-ascii-policy", "non-ascii-mech", "non-ascii-result", "non-ascii-exp"];

    [Fact]
    public async Task Check_PublicSuiteOverTheWire_GivesAnAllowedResultAndTheExplanation()
    {
        var suite = Corpus.Json("auth", "spf", "rfc7208-tests.json");
        Assert.SkipWhen(suite is null, Corpus.Absent);
        List<string> wrong = [];
        foreach (var scenario in suite.Value.GetProperty("scenarios").EnumerateArray())
        {
            using var server = SuiteServer.Start(scenario.GetProperty("zone"));
            foreach (var test in scenario.GetProperty("tests").EnumerateArray().Where(test => !OutsideAscii.Contains(test.GetProperty("id").GetString()!)))
            {
                var text = new Func<string, string>(name => test.GetProperty(name).GetString() ?? "");
                var evaluation = (await CheckAsync(server, text("host"), text("mailfrom"), text("helo"))).Evaluation;
                var result = KebabName.Of(evaluation.Result);
                var isAllowed = test.GetProperty("results").EnumerateArray().Any(allowed => allowed.GetString() == result);
                var explained = test.GetProperty("explanation").ValueKind != JsonValueKind.String || text("explanation") == (evaluation.Explanation ?? "DEFAULT");
                if (!isAllowed || !explained)
                    wrong.Add($"{text("id")}: {result}, '{evaluation.Explanation}', {evaluation.Problem}");
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Check_OctetsOutsideAscii_MakeTheRecordPermerrorAndTheExplanationUnusable()
    {
        Assert.SkipWhen(NsdServer.Missing is not null, NsdServer.Missing ?? "");
        await using var names = await NsdServer.StartAsync(
            [@"utf.test. 300 IN TXT ""v=spf1 a:\239\187\191garbage.test -all""", @"latin.test. 300 IN TXT ""v=spf1 a:good.test \150all""",
                @"why.test. 300 IN TXT ""v=spf1 -all exp=text.test""", @"text.test. 300 IN TXT ""\239\187\191Explanation"""],
            CancellationToken.None);
        var options = new DnsOptions { UseSystem = false, UsePublic = false, UseAuthoritative = false };
        options.Resolvers.Add(new ResolverOptions { Address = names.Addresses[0].ToString(), Port = names.Port });
        using var resolvers = ResolverSet.From(options);
        async Task<SpfEvaluation> OfAsync(string domain) => (await new SpfCheck(resolvers.All[0], TimeProvider.System)
            .CheckAsync(RequestOf("192.0.2.1", $"user@{domain}", "mail.test"), CancellationToken.None)).Evaluation;
        Assert.Equal((SpfResult.Permerror, SpfResult.Permerror), ((await OfAsync("utf.test")).Result, (await OfAsync("latin.test")).Result));
        var fail = await OfAsync("why.test");
        Assert.Equal((SpfResult.Fail, null), (fail.Result, fail.Explanation));
    }

    [Fact]
    public async Task Check_ManyIncludes_AsksEachNameOnceAndLevelsTogether()
    {
        var includes = Enumerable.Range(0, 8).Select(i => $"i{i}.test").ToList();
        using var server = TestDnsServer.Start(
            [$"sender.test. 300 IN TXT \"v=spf1 {string.Join(' ', includes.Select(name => $"include:{name}"))} -all\"",
                .. includes.Select(name => $"{name}. 300 IN TXT \"v=spf1 ip4:198.51.100.1 -all\"")]);
        var report = await CheckAsync(server, "192.0.2.1", "user@sender.test", "mail.sender.test");
        Assert.Equal((SpfResult.Fail, 8), (report.Evaluation.Result, report.Evaluation.Lookups));
        Assert.Equal(9, server.Queries);
        Assert.Equal(SpfResult.Fail, SpfEvaluator.Evaluate(RequestOf("192.0.2.1", "user@sender.test", "mail.sender.test"), report.Snapshot).Result);
    }

    [Theory]
    [InlineData(DnsFault.ServFail, "SERVFAIL")]
    [InlineData(DnsFault.Refused, "REFUSED")]
    [InlineData(DnsFault.Drop, "TIMEOUT")]
    public async Task Check_IncludeGivesNoAnswer_IsTemperrorAndNeverNoRecord(DnsFault fault, string word)
    {
        using var server = TestDnsServer.Start("sender.test. 300 IN TXT \"v=spf1 include:other.test -all\"", "other.test. 300 IN TXT \"v=spf1 -all\"");
        server.Fail("other.test", fault);
        var report = await CheckAsync(server, "192.0.2.1", "user@sender.test", "mail.sender.test");
        Assert.Equal(SpfResult.Temperror, report.Evaluation.Result);
        Assert.Contains(word, report.Evaluation.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Survey.Findings, finding => finding.Kind == SpfFindingKind.IncludeWithoutRecord);
    }

    [Theory]
    [InlineData("a+b=c")]
    [InlineData("a b")]
    [InlineData("\"quoted\"")]
    [InlineData("x!#$&'*/?^`{|}~y")]
    public async Task Check_LocalPartMakesAName_IsAskedAsItIs(string localPart)
    {
        using var server = TestDnsServer.Start("sender.test. 300 IN TXT \"v=spf1 exists:%{l}.users.test -all\"");
        await CheckAsync(server, "192.0.2.1", $"{localPart}@sender.test", "mail.sender.test");
        Assert.Equal(2, server.Queries);
    }

    [Fact]
    public async Task Check_SixtyFiveTextsAndMore_FindsTheRecordAmongThem()
    {
        using var server = TestDnsServer.Start(
            ["sender.test. 300 IN TXT \"v=spf1 -all\"", .. Enumerable.Range(0, 100).Select(i => $"sender.test. 300 IN TXT \"a-verification={i}\"")]);
        Assert.Equal(SpfResult.Fail, (await CheckAsync(server, "192.0.2.1", "user@sender.test", "mail.sender.test")).Evaluation.Result);
    }

    [Fact]
    public async Task Check_Cancelled_Throws()
    {
        using var server = TestDnsServer.Start("sender.test. 300 IN TXT \"v=spf1 -all\"");
        using var resolvers = ResolverSet.From(server.OptionsFor());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new SpfCheck(resolvers.All[0], TimeProvider.System)
            .CheckAsync(RequestOf("192.0.2.1", "user@sender.test", "mail.sender.test"), new CancellationToken(true)));
    }

    private static async Task<SpfReport> CheckAsync(TestDnsServer server, string ip, string mailFrom, string helo)
    {
        using var resolvers = ResolverSet.From(server.OptionsFor());
        return await new SpfCheck(resolvers.All[0], TimeProvider.System).CheckAsync(RequestOf(ip, mailFrom, helo), TestContext.Current.CancellationToken);
    }

    private static SpfRequest RequestOf(string ip, string mailFrom, string helo) => new() { Ip = IPAddress.Parse(ip), MailFrom = mailFrom, Helo = helo };
}
