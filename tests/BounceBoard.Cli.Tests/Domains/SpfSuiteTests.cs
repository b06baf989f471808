using System.Text.Json;
using BounceBoard.Cli.Domains;
using BounceBoard.TestKit.Corpora;
using BounceBoard.TestKit.Dns;
using Xunit;

namespace BounceBoard.Cli.Tests.Domains;

/// <summary>The public test suite of RFC 7208 through the command, from its words to its JSON, over the wire.</summary>
public sealed class SpfSuiteTests
{
    // The server in the test's process writes a question mark for every octet outside ASCII.
    private static readonly HashSet<string> OutsideAscii = ["non-ascii-policy", "non-ascii-mech", "non-ascii-result", "non-ascii-exp"];

    [Fact]
    public async Task Spf_EveryCase_GivesAnAllowedResultAndTheExplanation()
    {
        var suite = Corpus.Json("auth", "spf", "rfc7208-tests.json");
        Assert.SkipWhen(suite is null, Corpus.Absent);
        var (asked, wrong) = (0, new List<string>());
        foreach (var scenario in suite.Value.GetProperty("scenarios").EnumerateArray())
        {
            using var server = SuiteServer.Start(scenario.GetProperty("zone"));
            foreach (var test in scenario.GetProperty("tests").EnumerateArray().Where(test => !OutsideAscii.Contains(Text(test, "id"))))
            {
                asked++;
                using var output = new MemoryStream();
                var request = new SpfCommandRequest(Text(test, "host"), Text(test, "mailfrom"), Text(test, "helo"), [$"{server.Endpoint}"], IsJson: true);
                Assert.Equal(0, await SpfCommandRun.RunAsync(request, output, TestContext.Current.CancellationToken));
                var line = JsonDocument.Parse(output.ToArray()).RootElement;
                var isAllowed = test.GetProperty("results").EnumerateArray().Any(allowed => allowed.GetString() == Text(line, "result"));
                var explained = test.GetProperty("explanation").ValueKind != JsonValueKind.String || Text(test, "explanation") == (line.GetProperty("explanation").GetString() ?? "DEFAULT");
                if (!isAllowed || !explained)
                    wrong.Add($"{Text(test, "id")}: {line}");
            }
        }
        Assert.Empty(wrong);
        Assert.Equal(203 - OutsideAscii.Count, asked);
    }

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString() ?? "";
}
