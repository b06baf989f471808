using System.Text.Json;
using BounceBoard.TestKit.Dns;
using Xunit;

namespace BounceBoard.Cli.Tests.Diagnosing;

/// <summary>The command as a person runs it, against a name server of the test.</summary>
public sealed class DiagnoseTests : IDisposable
{
    private const string At = "2026-05-16T07:30:00Z";
    private readonly TestDnsServer _server = TestDnsServer.Start(
        "example.net. 300 IN MX 10 mx1.example.net.", "mx1.example.net. 300 IN A 203.0.113.7");

    private readonly string _folder = Directory.CreateTempSubdirectory("bounceboard-diagnose-").FullName;

    [Fact]
    public async Task Diagnose_OldServerRefused_IsWrongMx()
    {
        var (exit, line) = await RunAsync("old.mx.test", "198.51.100.1");
        Assert.Equal(0, exit);
        Assert.Equal(("foreign", "wrong-mx", "investigate"), (Text(line, "endpoint"), Text(line, "cause"), Text(line, "verdict")));
        var mx = Assert.Single(line.GetProperty("mx").EnumerateArray());
        Assert.Equal(("NOERROR", 300), (mx.GetProperty("rcode").GetString(), mx.GetProperty("ttl").GetInt32()));
        Assert.Equal("10 mx1.example.net 203.0.113.7", Assert.Single(mx.GetProperty("answer").EnumerateArray()).GetString());
        Assert.NotEmpty(line.GetProperty("reasons").EnumerateArray());
        Assert.NotEmpty(line.GetProperty("fix").EnumerateArray());
        Assert.Equal(1, _server.QueriesFor("1.100.51.198.in-addr.arpa"));
    }

    [Fact]
    public async Task Diagnose_TransportNamesTheServer_IsPinnedRouteWithItsLine()
    {
        var routes = Path.Combine(_folder, "transport");
        await File.WriteAllTextAsync(routes, "# static\nexample.net smtp:[old.mx.test]:25\n");
        var (exit, line) = await RunAsync("old.mx.test", "198.51.100.1", "--routes", routes);
        Assert.Equal(0, exit);
        Assert.Equal(("pinned", "pinned-route"), (Text(line, "endpoint"), Text(line, "cause")));
        Assert.Contains("example.net smtp:[old.mx.test]:25", Text(line, "pinnedBy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diagnose_CurrentMxRefused_IsCurrentMxAndNeverWrongMx()
    {
        var (_, line) = await RunAsync("mx1.example.net", "203.0.113.7");
        Assert.Equal("current-mx", Text(line, "endpoint"));
        Assert.NotEqual("wrong-mx", Text(line, "cause"));
        Assert.NotEqual("suppress", Text(line, "verdict"));
    }

    [Fact]
    public async Task Diagnose_OwnNetwork_IsOwnRelay()
    {
        var (_, line) = await RunAsync("relay.sender.test", "192.0.2.200", "--own-network", "192.0.2.0/24");
        Assert.Equal("own-relay", Text(line, "endpoint"));
    }

    [Fact]
    public async Task Diagnose_NoEndpointInTheEvidence_IsUnknownAndSaysWhatIsMissing()
    {
        var (_, line) = await RunAsync(null, null);
        Assert.Equal("unknown", Text(line, "endpoint"));
        Assert.NotEmpty(line.GetProperty("missing").EnumerateArray());
        Assert.NotEqual("suppress", Text(line, "verdict"));
    }

    [Fact]
    public async Task Diagnose_DnsFails_IsUnknownWithTheRcode()
    {
        _server.Fail("example.net", DnsFault.Refused);
        var (exit, line) = await RunAsync("old.mx.test", "198.51.100.1");
        Assert.Equal(0, exit);
        Assert.Equal("REFUSED", Assert.Single(line.GetProperty("mx").EnumerateArray()).GetProperty("rcode").GetString());
        Assert.NotEqual("wrong-mx", Text(line, "cause"));
    }

    [Theory]
    [InlineData("--resolver", "dns.example.net", "--resolver 'dns.example.net'")]
    [InlineData("--own-network", "192.0.2.0/99", "--own-network '192.0.2.0/99'")]
    [InlineData("--at", "yesterday", "--at 'yesterday'")]
    [InlineData("--routes", "no-such-file", "--routes 'no-such-file'")]
    public async Task Diagnose_BadOption_IsWrongUsageThatNamesIt(string option, string value, string says)
    {
        var run = await CommandRun.OfAsync("diagnose", Evidence("old.mx.test", "198.51.100.1"), option, value);
        Assert.Equal(2, run.Exit);
        Assert.Contains(says, run.Errors, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task Diagnose_BadRouteLine_IsReportedAndTheRestIsDone()
    {
        var routes = Path.Combine(_folder, "transport");
        await File.WriteAllTextAsync(routes, "example.org [mail.test]:25\nexample.net smtp:[old.mx.test]\n");
        var run = await CommandRun.OfAsync("diagnose", Evidence("old.mx.test", "198.51.100.1"), "--resolver", $"{_server.Endpoint}", "--routes", routes, "--json");
        Assert.Equal(1, run.Exit);
        Assert.Contains("line 1", run.Errors, StringComparison.Ordinal);
        Assert.Contains("\"pinned-route\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diagnose_WithoutJson_IsReadableText()
    {
        var run = await CommandRun.OfAsync("diagnose", Evidence("old.mx.test", "198.51.100.1"), "--resolver", $"{_server.Endpoint}", "--at", At);
        Assert.Contains("User@example.net: INVESTIGATE", run.Output, StringComparison.Ordinal);
        Assert.Contains("10 mx1.example.net 203.0.113.7", run.Output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString() ?? "";

    private async Task<(int Exit, JsonElement Line)> RunAsync(string? host, string? ip, params string[] more)
    {
        var run = await CommandRun.OfAsync(
            ["diagnose", Evidence(host, ip), "--resolver", $"{_server.Endpoint}", "--at", At, "--json", .. more]);
        Assert.False(run.Output.Length == 0, run.Errors);
        return (run.Exit, JsonDocument.Parse(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Single()).RootElement);
    }

    private string Evidence(string? host, string? ip)
    {
        var file = Path.Combine(_folder, "bounce.eml");
        var remote = host is null ? "" : $"Remote-MTA: dns; {host} ({ip})\r\n";
        File.WriteAllText(file,
            "From: MAILER-DAEMON@out1.sender.test\r\nTo: bounce@sender.test\r\nSubject: Undelivered mail\r\nDate: Sat, 16 May 2026 07:02:11 +0000\r\n"
            + "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b1\"\r\n\r\n"
            + "--b1\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n\r\n"
            + "--b1\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; out1.sender.test\r\n\r\n"
            + $"Final-Recipient: rfc822; User@example.net\r\nAction: failed\r\nStatus: 5.7.1\r\n{remote}Diagnostic-Code: smtp; 550 5.7.1 Relaying denied\r\n\r\n--b1--\r\n");
        return file;
    }
}
