using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using BounceBoard.TestKit.Dns;
using BounceBoard.TestKit.Hosts;
using Xunit;

namespace BounceBoard.Cli.Tests.Domains;

/// <summary>What people type, paste and pipe, and networks that do not answer.</summary>
public sealed class CheckInputTests : IDisposable
{
    private readonly TestDnsServer _server = TestDnsServer.Start(
        "sender.test. 300 IN TXT \"v=spf1 -all\"", "xn--bcher-kva.test. 300 IN TXT \"v=spf1 ip4:192.0.2.1 -all\"", "co.uk. 300 IN NS ns.uk.", "news.sender.test. 300 IN A 192.0.2.7");

    [Theory]
    [InlineData("sender.test.", "sender.test")]
    [InlineData("SENDER.Test", "sender.test")]
    [InlineData("bücher.test", "xn--bcher-kva.test")]
    [InlineData("BÜCHER.test.", "xn--bcher-kva.test")]
    [InlineData("news.sender.test", "news.sender.test")]
    public async Task Check_NameInAnotherForm_IsTheSameDomain(string typed, string domain)
    {
        var line = Assert.Single(Lines(await RunAsync(typed, "--json")));
        Assert.Equal((domain, true, false), (line.GetProperty("domain").GetString(), line.GetProperty("exists").GetBoolean(), line.GetProperty("publicSuffix").GetBoolean()));
    }

    [Theory]
    [InlineData("192.0.2.1", "is an address")]
    [InlineData("2001:db8::1", "is an address")]
    [InlineData("192.0.2.0/24", "is an address")]
    [InlineData("user@sender.test", "Write sender.test")]
    [InlineData("<user@sender.test>", "Write sender.test")]
    [InlineData("https://user@sender.test:8443/path?q=1", "Write sender.test")]
    [InlineData("sender.test/path", "Write sender.test")]
    [InlineData("https://192.0.2.1/", "is no domain name")]
    [InlineData("*.sender.test", "is no domain name")]
    [InlineData("a..b", "is no domain name")]
    [InlineData("", "is no domain name")]
    public async Task Check_SomethingElsePasted_IsRefusedWithAHintAndTheOthersAreChecked(string typed, string hint)
    {
        var run = await RunAsync(typed, "sender.test", "--json");
        Assert.Equal(1, run.Exit);
        Assert.StartsWith($"bounceboard: '{typed}' ", run.Errors, StringComparison.Ordinal);
        Assert.Contains(hint, run.Errors, StringComparison.Ordinal);
        Assert.Equal("sender.test", Assert.Single(Lines(run)).GetProperty("domain").GetString());
    }

    [Fact]
    public async Task Check_NoSuchDomain_IsSaidFirst()
    {
        Assert.False(Assert.Single(Lines(await RunAsync("nowhere.test", "--json"))).GetProperty("exists").GetBoolean());
        Assert.Contains("There is no such domain", (await RunAsync("nowhere.test")).Output.Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_PublicSuffix_IsSaidFirst()
    {
        Assert.True(Assert.Single(Lines(await RunAsync("co.uk", "--json"))).GetProperty("publicSuffix").GetBoolean());
        Assert.Contains("public suffix", (await RunAsync("co.uk")).Output.Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_TenDomains_AreTenLinesInTheOrderTyped()
    {
        string[] names = [.. Enumerable.Range(0, 10).Select(number => $"d{9 - number}.test")];
        Assert.Equal(names, Lines(await RunAsync([.. names, "--json"])).Select(line => line.GetProperty("domain").GetString()));
    }

    [Fact]
    public async Task Check_ResolverThatNeverAnswers_EndsAndSaysSo()
    {
        using var silent = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var clock = Stopwatch.StartNew();
        var settings = new Dictionary<string, string> { ["Dns__Timeout"] = "00:00:00.5", ["Dns__Retries"] = "0" };
        var run = await CommandRun.WithSettingsAsync(settings, "check", "sender.test", "--no-probe", "--json", "--resolver", $"{silent.Client.LocalEndPoint}");

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(45));
        var line = Assert.Single(Lines(run));
        Assert.Equal((0, JsonValueKind.Null, JsonValueKind.Null), (run.Exit, line.GetProperty("score").GetProperty("value").ValueKind, line.GetProperty("exists").ValueKind));
        Assert.DoesNotContain(line.GetProperty("checks").EnumerateArray(), check => check.GetProperty("state").GetString() is "fail" or "warn");
        Assert.Contains("no resolver gave a usable answer", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ReaderGoesAway_EndsWithoutAWord()
    {
        var command = ChildProcess.BuiltCommandLine;
        var start = new ProcessStartInfo("bash", ["-c", $"set -o pipefail; dotnet '{command}' check sender.test a.test b.test --no-probe --resolver {_server.Endpoint} | head -1"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.Equal((0, ""), (process.ExitCode, await errors));
        Assert.StartsWith("sender.test: ", Assert.Single((await output).Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_Text_EndsWithTheRulesForBulkSenders()
    {
        var text = (await RunAsync("nowhere.test")).Output;
        Assert.Contains("Rules for bulk senders", text, StringComparison.Ordinal);
        Assert.Contains("NOT MET        There is a DMARC record, p=none at least (Google 421 4.7.40, Yahoo 554 5.7.9, Microsoft 550 5.7.515)", text, StringComparison.Ordinal);
        Assert.Contains("not visible    Fewer than 0.3 %", text, StringComparison.Ordinal);
    }

    public void Dispose() => _server.Dispose();

    private static List<JsonElement> Lines(CommandRun run) =>
        [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.OfAsync(["check", .. arguments, "--no-probe", "--resolver", $"{_server.Endpoint}"]);
}
