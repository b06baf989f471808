using System.Text.Json;
using BounceBoard.TestKit.Dns;
using Xunit;

namespace BounceBoard.Cli.Tests.Domains;

/// <summary>The command as a person runs it, against a name server of the test.</summary>
public sealed class SpfCommandTests : IDisposable
{
    private readonly TestDnsServer _server = TestDnsServer.Start(
        "sender.test. 300 IN TXT \"v=spf1 mx include:_spf.sender.test ~all\"", "sender.test. 300 IN MX 10 mx.sender.test.", "mx.sender.test. 300 IN A 192.0.2.9",
        "_spf.sender.test. 300 IN TXT \"v=spf1 ip4:198.51.100.0/24 -all\"",
        "strict.test. 300 IN TXT \"v=spf1 exists:%{l}.allowed.test -all exp=why.test\"", "why.test. 300 IN TXT \"%{s} may not send from %{c}\"",
        "bounce+1=user.allowed.test. 300 IN A 127.0.0.2", "mail.sender.test. 300 IN TXT \"v=spf1 ip4:192.0.2.1 -all\"");

    [Fact]
    public async Task Spf_NothingMatches_IsSoftfailWithTraceAndCosts()
    {
        var line = await RunAsync("--ip", "192.0.2.1", "--mail-from", "user@sender.test");
        Assert.Equal(("softfail", JsonValueKind.Null), (Text(line, "result"), line.GetProperty("explanation").ValueKind));
        Assert.Equal((2, 0), (line.GetProperty("lookups").GetInt32(), line.GetProperty("voidLookups").GetInt32()));
        var record = Assert.Single(line.GetProperty("trace").EnumerateArray());
        Assert.Equal(["mx", "include:_spf.sender.test", "~all"], record.GetProperty("trace").EnumerateArray().Select(step => Text(step, "term")));
        Assert.Equal(["no-match", "no-match", "match"], record.GetProperty("trace").EnumerateArray().Select(step => Text(step, "outcome")));
        Assert.Equal("fail", Text(record.GetProperty("trace")[1].GetProperty("trace")[0], "result"));
    }

    [Theory]
    [InlineData("198.51.100.7", "user@sender.test", "pass")]
    [InlineData("192.0.2.1", "", "pass")]
    [InlineData("192.0.2.1", "<>", "pass")]
    [InlineData("192.0.2.2", "", "fail")]
    [InlineData("192.0.2.1", "@sender.test", "softfail")]
    [InlineData("2001:db8::1", "user@sender.test", "softfail")]
    [InlineData("192.0.2.1", "bounce+1=user@strict.test", "pass")]
    [InlineData("192.0.2.1", "user@nowhere.test", "none")]
    [InlineData("192.0.2.1", "user@[192.0.2.1]", "none")]
    public async Task Spf_Message_GivesTheResult(string ip, string mailFrom, string result) =>
        Assert.Equal(result, Text(await RunAsync("--ip", ip, "--mail-from", mailFrom), "result"));

    [Fact]
    public async Task Spf_Fail_HasTheSendersExplanation() =>
        Assert.Equal("other@strict.test may not send from 192.0.2.1", Text(await RunAsync("--ip", "192.0.2.1", "--mail-from", "other@strict.test"), "explanation"));

    [Fact]
    public async Task Spf_ServerFails_IsTemperrorThatSaysWhy()
    {
        _server.Fail("sender.test", DnsFault.ServFail);
        var line = await RunAsync("--ip", "192.0.2.1", "--mail-from", "user@sender.test");
        Assert.Equal("temperror", Text(line, "result"));
        Assert.Contains("SERVFAIL", Text(line, "problem"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spf_TwoResolvers_ShowsBoth()
    {
        using var other = TestDnsServer.Start("sender.test. 300 IN TXT \"v=spf1 -all\"");
        var line = await RunAsync("--ip", "192.0.2.1", "--mail-from", "user@sender.test", "--resolver", $"{other.Endpoint}");
        Assert.Equal(["softfail", "fail"], line.GetProperty("resolvers").EnumerateArray().Select(one => Text(one, "result")));
    }

    [Fact]
    public async Task Spf_WithoutJson_IsATreeWithFindings()
    {
        _server.Add("bad.test. 300 IN TXT \"v=spf1 include:sender.test moo -all\"");
        var bad = await CommandRun.OfAsync("spf", "--ip", "192.0.2.1", "--mail-from", "user@bad.test", "--helo", "x.test", "--resolver", $"{_server.Endpoint}");
        Assert.Equal(0, bad.Exit);
        Assert.Contains("user@bad.test from 192.0.2.1: PERMERROR", bad.Output, StringComparison.Ordinal);
        Assert.Contains("Receivers answer permerror because: Syntax error in \"moo\"", bad.Output, StringComparison.Ordinal);
        var good = await CommandRun.OfAsync("spf", "--ip", "192.0.2.1", "--mail-from", "user@sender.test", "--helo", "x.test", "--resolver", $"{_server.Endpoint}");
        Assert.Contains("    include:_spf.sender.test -> no-match  [1]", good.Output, StringComparison.Ordinal);
        Assert.Contains("        ip4:198.51.100.0/24 -> no-match", good.Output.Replace("\r", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--ip", "192.0.2.300")]
    [InlineData("--resolver", "dns.test")]
    public async Task Spf_BadOption_IsWrongUsageThatNamesIt(string option, string value)
    {
        var run = await CommandRun.OfAsync(["spf", option, value, "--mail-from", "", "--helo", "x.test", .. option == "--ip" ? [] : new[] { "--ip", "192.0.2.1" }]);
        Assert.Equal(2, run.Exit);
        Assert.Contains($"{option} '{value}'", run.Errors, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    public void Dispose() => _server.Dispose();

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString() ?? "";

    private async Task<JsonElement> RunAsync(params string[] options)
    {
        var run = await CommandRun.OfAsync(["spf", "--helo", "mail.sender.test", "--resolver", $"{_server.Endpoint}", "--json", .. options]);
        Assert.True(run.Exit == 0, run.Errors);
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
