using System.Text.Json;
using Xunit;

namespace BounceBoard.Cli.Tests.Replaying;

/// <summary>The command's contract: one array, exact faults, exit codes.</summary>
public sealed class ReplayCommandTests : IDisposable
{
    private const string Good = """
        { "name": "good", "tenants": [ { "slug": "acme" } ], "resolvers": ["r1"],
          "dns": [ { "from": "2026-05-01T00:00:00Z", "resolver": "*", "records": ["example.net. 300 IN MX 10 mx1.example.net.", "mx1.example.net. 300 IN A 198.51.100.7"] } ],
          "events": [ { "at": "2026-05-16T07:02:00Z", "tenant": "acme", "outcome": "refused", "recipient": "User@example.net", "remoteIp": "198.51.100.7", "replyCode": 550, "text": "relaying denied" } ],
          "ask": ["2026-05-16T08:00:00Z"] }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("bb-replay-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Replay_StandardInput_GivesOneArrayInTheContractsNames()
    {
        var run = await CommandRun.WithInputAsync(Good, "replay", "-");

        var asked = Assert.Single(JsonDocument.Parse(run.Output).RootElement.EnumerateArray()).GetProperty("asked")[0];
        var recipient = Assert.Single(asked.GetProperty("recipients").EnumerateArray());
        Assert.Equal((0, "2026-05-16T08:00:00Z"), (run.Exit, asked.GetProperty("at").GetString()));
        Assert.Equal(("acme", "User@example.net", "investigate"), (recipient.GetProperty("tenant").GetString(), recipient.GetProperty("recipient").GetString(), recipient.GetProperty("verdict").GetString()));
        Assert.Equal(JsonValueKind.Null, recipient.GetProperty("notBefore").ValueKind);
        Assert.Empty(asked.GetProperty("suppressed").EnumerateArray());
        string[] names = ["tenant", "scope", "family", "state", "cause", "subCause", "verdict", "confidence", "recipients", "since", "stoppedAt", "explainedBy", "notBefore", "reasons"];
        Assert.All(asked.GetProperty("incidents").EnumerateArray(), incident => Assert.All(names, name => Assert.True(incident.TryGetProperty(name, out _), name)));
    }

    [Fact]
    public async Task Replay_SameScenarioTwice_SameBytes()
    {
        var (first, second) = (await CommandRun.WithInputAsync(Good, "replay", "-"), await CommandRun.WithInputAsync(Good, "replay", "-"));

        Assert.Equal(first.Output, second.Output);
    }

    [Fact]
    public async Task Replay_FaultyScenario_NamesFileFieldAndWhatIsAllowedAndRunsTheOthers()
    {
        var bad = await WriteAsync("bad.json", """
            { "tenants": [ { "slug": "acme", "ownNetworks": ["everything"], "routes": [ { "kind": "pigeon", "host": "relay.isp.test" } ] } ], "resolvers": ["r1"],
              "dns": [ { "from": "yesterday", "resolver": "r9", "records": ["example.net. 300 IN MX"] } ],
              "events": [ { "at": "2026-05-16T07:02:00Z", "tenant": "nobody", "outcome": "lost" },
                          { "at": "2026-05-16T07:02:00Z", "tenant": "acme", "outcome": "refused", "recipient": "no address", "replyCode": "550", "stage": "lunch", "every": "often", "until": "2026-05-16T08:02:00Z" } ] }
            """);
        var good = await WriteAsync("good.json", Good);
        var run = await CommandRun.OfAsync("replay", bad, good);

        Assert.Equal(1, run.Exit);
        Assert.Equal("good", Assert.Single(JsonDocument.Parse(run.Output).RootElement.EnumerateArray()).GetProperty("name").GetString());
        string[] expected =
        [
            "tenants[0].ownNetworks[0] must be a network like 192.0.2.0/24; it is \"everything\".", "tenants[0].routes[0].kind must be one of",
            "dns[0].from must be a time like", "dns[0].resolver must be * or one of r1", "dns[0].records[0] is no", "events[0].tenant must be one of acme",
            "events[0].outcome must be refused, deferred or delivered", "events[1].recipient must be a mail address", "events[1].replyCode must be a whole number from 200 to 599",
            "events[1].stage must be null or one of connect, ehlo", "events[1].every must be a duration", "ask must name at least one time",
        ];
        Assert.All(expected, fault => Assert.Contains($"{bad}: {fault}", run.Errors, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{", "This is no JSON: line 1")]
    [InlineData("[]", "The scenario must be a JSON object.")]
    public async Task Replay_NoScenario_IsRefused(string text, string fault)
    {
        var run = await CommandRun.WithInputAsync(text, "replay", "-");

        Assert.Equal((1, "[]"), (run.Exit, run.Output.Trim()));
        Assert.Contains(fault, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_WrongUsage_IsTwo()
    {
        Assert.Equal(2, (await CommandRun.OfAsync("replay")).Exit);
        Assert.Equal(2, (await CommandRun.OfAsync("replay", Path.Combine(_folder, "none.json"))).Exit);
    }

    private async Task<string> WriteAsync(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(file, text);
        return file;
    }
}
