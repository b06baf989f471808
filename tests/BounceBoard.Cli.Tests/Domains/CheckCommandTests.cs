using System.Text.Json;
using BounceBoard.TestKit.Dns;
using Xunit;

namespace BounceBoard.Cli.Tests.Domains;

/// <summary>The command as a person runs it, against a name server of the test.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private readonly TestDnsServer _server = TestDnsServer.Start(
        "sender.test. 300 IN TXT \"v=spf1 ip4:192.0.2.1 -all\"", "sender.test. 300 IN MX 10 mx.sender.test.", "mx.sender.test. 300 IN A 127.0.0.1",
        "_dmarc.sender.test. 300 IN TXT \"v=DMARC1; p=reject; rua=mailto:reports@sender.test\"",
        "open.test. 300 IN TXT \"v=spf1 +all\"", "open.test. 300 IN MX 10 mx.sender.test.");

    [Fact]
    public async Task Check_Json_IsOneObjectPerDomainInOrder()
    {
        var run = await RunAsync("sender.test", "open.test", "--json", "--no-probe", "--selector", "mine");
        Assert.True(run.Exit == 0, run.Errors);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["sender.test", "open.test"], lines.Select(line => Text(line, "domain")));

        var score = lines[0].GetProperty("score");
        Assert.InRange(score.GetProperty("value").GetInt32(), score.GetProperty("low").GetInt32(), score.GetProperty("high").GetInt32());
        Assert.Equal((1, "sending"), (score.GetProperty("version").GetInt32(), Text(score, "profile")));
        Assert.NotEmpty(score.GetProperty("parts").EnumerateArray());
        Assert.Equal(("sender.test", "reject", "reject", "sender.test"), (
            Text(lines[0].GetProperty("dmarc"), "policyDomain"), Text(lines[0].GetProperty("dmarc"), "policy"), Text(lines[0].GetProperty("dmarc"), "applied"),
            Text(lines[0].GetProperty("dmarc"), "organizationalDomain")));
        Assert.Equal((0, 0), (lines[0].GetProperty("spf").GetProperty("lookups").GetInt32(), lines[0].GetProperty("mailHosts").GetArrayLength()));
        Assert.NotEqual(0, _server.QueriesFor("mine._domainkey.sender.test"));
        Assert.All(lines.SelectMany(line => line.GetProperty("checks").EnumerateArray()), AssertCheck);
        Assert.True(lines[1].GetProperty("score").GetProperty("value").GetInt32() < score.GetProperty("value").GetInt32());
    }

    [Fact]
    public async Task Check_HostInside_IsNotConnectedToAndSaysSo()
    {
        var run = await RunAsync("sender.test", "--json");
        var host = Assert.Single(JsonDocument.Parse(run.Output).RootElement.GetProperty("mailHosts").EnumerateArray());
        Assert.Equal(("mx.sender.test", "127.0.0.1", "not-tried"), (Text(host, "host"), Text(host, "address"), Text(host, "state")));
        Assert.Contains("no public address", Text(host, "problem"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WithoutJson_BeginsWithGradeAndScoreAndShowsWhatToDo()
    {
        var run = await RunAsync("open.test", "--no-probe");
        Assert.Equal(0, run.Exit);
        Assert.Matches(@"^open\.test: [A-F] \d+ \(\d+-\d+\), coverage \d+ %, answers of 127\.0\.0\.1", run.Output);
        Assert.Contains("  SPF\n    FAIL", run.Output.Replace("\r", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("1. ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ResolverIsSilent_IsUnknownAndNotFailed()
    {
        _server.Fail("sender.test", DnsFault.ServFail);
        _server.Fail("_dmarc.sender.test", DnsFault.ServFail);
        _server.Fail("_dmarc.test", DnsFault.ServFail);
        var line = JsonDocument.Parse((await RunAsync("sender.test", "--json", "--no-probe")).Output).RootElement;
        Assert.DoesNotContain(line.GetProperty("checks").EnumerateArray(), check => Text(check, "area") is "spf" or "dmarc" && Text(check, "state") == "fail");
    }

    [Fact]
    public async Task Check_NameThatIsNoDomain_IsSaidAndTheOthersAreChecked()
    {
        var run = await RunAsync("sender.test", "not a domain", "--json", "--no-probe");
        Assert.Equal(1, run.Exit);
        Assert.Contains("'not a domain' is no domain name", run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("--resolver", "dns.test")]
    [InlineData("--selector", "a b")]
    public async Task Check_BadOption_IsWrongUsageThatNamesIt(string option, string value)
    {
        var run = await CommandRun.OfAsync("check", "sender.test", option, value);
        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Contains($"{option} '{value}'", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_NoDomain_IsWrongUsage() => Assert.Equal(2, (await CommandRun.OfAsync("check")).Exit);

    public void Dispose() => _server.Dispose();

    private static void AssertCheck(JsonElement check)
    {
        Assert.Contains(Text(check, "state"), new[] { "pass", "warn", "fail", "unknown", "not-applicable" });
        Assert.All(["id", "area", "title", "reference"], name => Assert.NotEqual("", Text(check, name)));
        if (Text(check, "state") is "warn" or "fail")
        {
            Assert.NotEmpty(check.GetProperty("fix").EnumerateArray());
        }
    }

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString() ?? "";

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.OfAsync(["check", .. arguments, "--resolver", $"{_server.Endpoint}"]);
}
