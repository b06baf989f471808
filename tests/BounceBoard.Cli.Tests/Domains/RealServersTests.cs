using System.Text.Json;
using Xunit;

namespace BounceBoard.Cli.Tests.Domains;

/// <summary>The commands as an operator runs them, against real servers.</summary>
public sealed class RealServersTests(MailLab lab) : IClassFixture<MailLab>
{
    [Fact]
    public async Task Check_DomainInOrder_WinsEveryPointThatCanBeKnown()
    {
        var line = await CheckAsync("acme.test");

        // Of 100 points 62 can be known without reports of receivers, sending addresses and blocklists; 4 are lost, for nobody outside reaches an MX at a loopback address.
        AssertScore(line, value: 94, low: 58, high: 96, coverage: 62, "A");
        AssertStates(
            line, "pass", "spf-record", "spf-lookups", "dkim", "dmarc-record", "dmarc-policy", "dmarc-nonexistent", "dmarc-reports", "mx", "mx-reachable", "starttls",
            "certificate", "mta-sts", "dane", "tls-reports", "dnssec", "name-servers");
        Assert.Equal("mx-host", Text(Assert.Single(line.GetProperty("checks").EnumerateArray(), check => Text(check, "state") == "fail"), "id"));
        Assert.Empty(line.GetProperty("score").GetProperty("caps").EnumerateArray());
        Assert.Equal([("acme.test", "found", 1), ("test", "absent", 0)], StepsOf(line));

        var host = Assert.Single(line.GetProperty("mailHosts").EnumerateArray());
        Assert.Equal(("mx.acme.test", "encrypted", "TLSv1.3"), (Text(host, "host"), Text(host, "state"), Text(host, "tls")));
        Assert.True(host.GetProperty("trusted").GetBoolean() && host.GetProperty("named").GetBoolean());
        Assert.Equal((200, "text/plain"), (line.GetProperty("mtaStsPolicy").GetProperty("status").GetInt32(), Text(line.GetProperty("mtaStsPolicy"), "mediaType")));
    }

    [Fact]
    public async Task Check_FiveFaults_AreNamedWithSectionFixAndLostPoints()
    {
        var line = await CheckAsync("faulty.test");

        // SPF 6 and its headroom 3, policies 9 + 4 + 4, transport policy 5, reports of TLS 1, MX at a loopback address 4: 26 of 62 are left.
        AssertScore(line, value: 42, low: 26, high: 59, coverage: 62, "F");
        Assert.Equal(59, Assert.Single(line.GetProperty("score").GetProperty("caps").EnumerateArray()).GetProperty("most").GetInt32());
        AssertStates(line, "fail", "spf-record", "dane", "mta-sts-covers", "mx-host");
        AssertStates(line, "warn", "dmarc-policy", "dmarc-subdomains", "dmarc-nonexistent", "mta-sts", "tls-reports");
        AssertStates(line, "pass", "dkim", "dmarc-record", "mx", "starttls", "certificate", "dnssec", "name-servers");

        var issues = line.GetProperty("checks").EnumerateArray().Where(check => Text(check, "state") is "fail" or "warn").ToList();
        Assert.All(issues, issue => Assert.All(["meaning", "why", "reference"], field => Assert.NotEqual("", Text(issue, field))));
        Assert.All(issues, issue => Assert.NotEmpty(issue.GetProperty("fix").EnumerateArray()));
        Assert.Equal(
            [("spf-record", "RFC 7208 §4.5", 9.0), ("dane", "RFC 7672 §3.1", 0), ("mta-sts", "RFC 8461 §3", 5), ("tls-reports", "RFC 8460 §3", 1), ("dmarc-policy", "RFC 9989 §4.7", 9)],
            new[] { "spf-record", "dane", "mta-sts", "tls-reports", "dmarc-policy" }.Select(id => Find(line, id)).Select(check => (Text(check, "id"), Text(check, "reference"), check.GetProperty("lostPoints").GetDouble())));
        Assert.Equal("_smtp._tls.faulty.test", Text(Assert.Single(Find(line, "tls-reports").GetProperty("records").EnumerateArray()), "name"));
        Assert.Equal("not-met", Text(line.GetProperty("bulkRules").EnumerateArray().First(rule => Text(rule, "id") == "spf"), "state"));
    }

    [Fact]
    public async Task Check_SignaturesRunOut_IsBogusAndNothingElseIsCalledAbsent()
    {
        var line = await CheckAsync("expired.test");

        AssertStates(line, "fail", "dnssec");
        AssertStates(line, "unknown", "spf-record", "dmarc-record", "mx");
        Assert.InRange(line.GetProperty("score").GetProperty("high").GetInt32(), 0, 19);
    }

    [Theory]
    [InlineData("news.acme.test", "absent")]
    [InlineData("invented.acme.test", "absent")]
    public async Task Check_NameBelow_FindsThePolicyByWalkingUp(string name, string own)
    {
        var line = await CheckAsync(name);

        Assert.Equal([(name, own, 0), ("acme.test", "found", 1), ("test", "absent", 0)], StepsOf(line));
        Assert.Equal(("acme.test", "reject", "acme.test"), (
            Text(line.GetProperty("dmarc"), "policyDomain"), Text(line.GetProperty("dmarc"), "applied"), Text(line.GetProperty("dmarc"), "organizationalDomain")));
        Assert.Equal(name == "news.acme.test", line.GetProperty("exists").GetBoolean());
    }

    [Theory]
    [InlineData("acme.test", "127.0.0.1", "pass")]
    [InlineData("acme.test", "192.0.2.1", "fail")]
    [InlineData("faulty.test", "127.0.0.1", "permerror")]
    [InlineData("expired.test", "127.0.0.1", "temperror")]
    [InlineData("news.acme.test", "127.0.0.1", "none")]
    public async Task Spf_Domain_GivesTheResult(string domain, string ip, string result)
    {
        Assert.SkipWhen(MailLab.Missing is not null, MailLab.Missing ?? "");

        var run = await CommandRun.OfAsync("spf", "--ip", ip, "--mail-from", $"user@{domain}", "--helo", $"mx.{domain}", "--resolver", lab.Resolver, "--json");

        Assert.Equal((0, result), (run.Exit, Text(JsonDocument.Parse(run.Output).RootElement, "result")));
    }

    private async Task<JsonElement> CheckAsync(string domain)
    {
        Assert.SkipWhen(MailLab.Missing is not null, MailLab.Missing ?? "");
        var run = await CommandRun.WithSettingsAsync(lab.Settings, "check", domain, "--selector", "s1", "--resolver", lab.Resolver, "--json");
        Assert.True(run.Exit == 0, run.Errors);
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private static void AssertScore(JsonElement line, int value, int low, int high, int coverage, string grade)
    {
        var score = line.GetProperty("score");
        Assert.Equal((value, low, high, coverage, grade), (
            score.GetProperty("value").GetInt32(), score.GetProperty("low").GetInt32(), score.GetProperty("high").GetInt32(), score.GetProperty("coverage").GetInt32(), Text(score, "grade")));
    }

    private static void AssertStates(JsonElement line, string state, params string[] ids) =>
        Assert.Equal(ids.Select(id => (id, state)), ids.Select(id => (id, Text(Find(line, id), "state"))));

    private static JsonElement Find(JsonElement line, string id) => line.GetProperty("checks").EnumerateArray().First(check => Text(check, "id") == id);

    private static IEnumerable<(string, string, int)> StepsOf(JsonElement line) =>
        line.GetProperty("dmarc").GetProperty("steps").EnumerateArray().Select(step => (Text(step, "domain"), Text(step, "answer"), step.GetProperty("records").GetInt32()));

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString() ?? "";
}
