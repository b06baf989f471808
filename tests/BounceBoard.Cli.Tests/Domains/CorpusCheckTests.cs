using System.Globalization;
using System.Text;
using System.Text.Json;
using BounceBoard.Operations.Tests.Domains.Exams;
using BounceBoard.TestKit.Certificates;
using BounceBoard.TestKit.Corpora;
using BounceBoard.TestKit.Dns;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace BounceBoard.Cli.Tests.Domains;

/// <summary>Every row of the tables of records and policies as a domain of its own, judged by the command.</summary>
public sealed class CorpusCheckTests
{
    private const string UnknownKey = "badkey: badvalue";

    private static readonly Dictionary<string, string> Fast = new() { ["Dns__QueriesPerSecond"] = "10000", ["Dns__Blocklists"] = "none" };

    [Fact]
    public async Task Check_DmarcRecords_AreFoundOrRefusedAndHaveThePolicyOfAPeer()
    {
        var rows = Rows("records", "dmarc-record", "records.json");
        var lines = await CheckAsync("_dmarc", rows);

        List<string> wrong = [];
        foreach (var (row, line) in rows.Zip(lines).Where(pair => pair.First.GetProperty("valid").ValueKind != JsonValueKind.Null))
        {
            var isFound = State(line, "dmarc-record") == "pass";
            // Tests of RFC 7489 call a record invalid whose fault RFC 9989 §4.8 tolerates; there the fault must at least be named.
            if (row.GetProperty("valid").GetBoolean() ? !isFound : isFound && !Evidence(line, "dmarc-tags").Any())
                wrong.Add($"{row.GetProperty("valid")}: {row.GetProperty("text")}");
            var peer = row.GetProperty("checkdmarc_5_17_5");
            // It reads the version without regard to case, against RFC 9989 §4.7.
            if (isFound && peer.GetProperty("valid").GetBoolean() && line.GetProperty("dmarc").GetProperty("policy").GetString() != peer.GetProperty("p").GetString())
                wrong.Add($"policy {line.GetProperty("dmarc").GetProperty("policy")}: {row.GetProperty("text")}");
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Check_MtaStsRecords_AreBrokenOrNotAsTheTableSays()
    {
        var rows = Rows("records", "mtasts", "records.json");
        var lines = await CheckAsync("_mta-sts", rows);

        // A record that can be read leads to a policy, which is not fetched here; one of another version is none at all.
        Assert.Empty(rows.Zip(lines).Where(pair => pair.First.GetProperty("valid").GetBoolean() != (State(pair.Second, "mta-sts") == "unknown")).Select(pair => $"{pair.First.GetProperty("text")}: {State(pair.Second, "mta-sts")}"));
    }

    [Fact]
    public async Task Check_TlsRptRecords_AreValidOrNotAsTheTableSays()
    {
        var rows = Rows("records", "tlsrpt", "records.json");
        var lines = await CheckAsync("_smtp._tls", rows);

        Assert.Empty(rows.Zip(lines).Where(pair => pair.First.GetProperty("valid").GetBoolean() != (State(pair.Second, "tls-reports") == "pass")).Select(pair => $"{pair.First.GetProperty("text")}: {State(pair.Second, "tls-reports")}"));
    }

    [Fact]
    public async Task Check_MtaStsPolicies_AreReadOrRefusedAsTheTableSays()
    {
        var rows = Rows("policies", "mtasts", "policies.json");
        using var authority = new TestAuthority();
        await using var server = await PolicyServer.StartAsync(authority.Issue(null, [.. rows.Select((_, index) => $"mta-sts.d{index}.test")]), context =>
        {
            context.Response.ContentType = "text/plain";
            return context.Response.WriteAsync(rows[int.Parse(context.Request.Host.Host.Split('.')[1][1..], CultureInfo.InvariantCulture)].GetProperty("text").GetString() ?? "");
        });
        var settings = new Dictionary<string, string>(Fast)
        {
            ["Probes__PolicyPort"] = server.Port.ToString(CultureInfo.InvariantCulture),
            ["Probes__PrivateNetworks__0"] = "127.0.0.0/8",
            ["Probes__RootsFile"] = authority.RootFile,
        };
        var lines = await CheckAsync(
            [.. rows.SelectMany((_, index) => new[] { $"_mta-sts.d{index}.test. 300 IN TXT \"v=STSv1; id=1\"", $"mta-sts.d{index}.test. 300 IN A 127.0.0.1" })], rows.Count, settings, []);

        // Disputed: one program refuses a key it does not know, which RFC 8461 §3.2 allows.
        bool IsValid(JsonElement row) => row.GetProperty("valid").GetBoolean() || row.GetProperty("text").GetString()?.Contains(UnknownKey, StringComparison.Ordinal) == true;
        Assert.All(lines, line => Assert.Equal(200, line.GetProperty("mtaStsPolicy").GetProperty("status").GetInt32()));
        Assert.Empty(rows.Zip(lines).Where(pair => IsValid(pair.First) != IsRead(pair.Second)).Select(pair => $"{pair.First.GetProperty("valid")}: {pair.First.GetProperty("text")}"));
    }

    [Fact]
    public async Task Check_TreeWalks_AskTheSameNamesAndFindTheSamePolicy()
    {
        foreach (var one in Rows("cases", "dmarc-treewalk", "cases.json"))
        {
            using var server = TestDnsServer.Start([.. LinesOf(one)]);
            var (id, author, expected) = (one.GetProperty("id").GetString(), one.GetProperty("author_domain").GetString() ?? "", one.GetProperty("expect"));
            var run = await CommandRun.WithSettingsAsync(Fast, "check", author, "--json", "--no-probe", "--resolver", $"{server.Endpoint}");
            var dmarc = JsonDocument.Parse(run.Output).RootElement.GetProperty("dmarc");
            Assert.Equal(
                (id, Text(expected, "organizational_domain"), Text(expected, "policy_domain"), Text(expected, "policy")), (id, Text(dmarc, "organizationalDomain"), Text(dmarc, "policyDomain"), Text(dmarc, "policy")));
            Assert.Equal(expected.GetProperty("org_walk_queries").EnumerateArray().Select(name => name.GetString()), dmarc.GetProperty("steps").EnumerateArray().Select(step => Text(step, "domain")));
        }
    }

    private static Task<List<JsonElement>> CheckAsync(string label, List<JsonElement> rows) =>
        CheckAsync([.. rows.Select((row, index) => $"{label}.d{index}.test. 300 IN TXT {Strings(row.GetProperty("text").GetString() ?? "")}")], rows.Count, Fast, ["--no-probe"]);

    private static async Task<List<JsonElement>> CheckAsync(string[] records, int domains, IReadOnlyDictionary<string, string> settings, string[] options)
    {
        Assert.SkipWhen(NsdServer.Missing is not null, NsdServer.Missing ?? "");
        await using var names = await NsdServer.StartAsync([.. records, .. Enumerable.Range(0, domains).Select(index => $"d{index}.test. 300 IN A 192.0.2.1")], TestContext.Current.CancellationToken);
        var run = await CommandRun.WithSettingsAsync(settings, ["check", .. Enumerable.Range(0, domains).Select(index => $"d{index}.test"), "--json", "--resolver", $"127.0.0.1:{names.Port}", .. options]);
        Assert.True(run.Exit == 0, run.Errors);
        return [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static List<JsonElement> Rows(string list, string folder, string file)
    {
        var table = Corpus.Json("auth", folder, file);
        Assert.SkipWhen(table is null, Corpus.Absent);
        return [.. table.Value.GetProperty(list).EnumerateArray()];
    }

    private static IEnumerable<string> LinesOf(JsonElement one)
    {
        if (one.GetProperty("author_exists").GetBoolean())
        {
            yield return $"{Text(one, "author_domain")}. 300 IN A 192.0.2.1";
        }
        foreach (var record in one.GetProperty("records").EnumerateObject())
        {
            foreach (var text in record.Value.ValueKind == JsonValueKind.Array ? record.Value.EnumerateArray().Select(text => text.GetString()) : [record.Value.GetString()])
            {
                yield return $"_dmarc.{record.Name}. 300 IN TXT \"{text}\"";
            }
        }
    }

    // Strings of at most 255 octets, each octet that means something in a zone file by its number (RFC 1035 §5.1).
    private static string Strings(string text) => text.Length == 0 ? "\"\"" : string.Join(' ', Encoding.UTF8.GetBytes(text).Chunk(255).Select(part =>
        $"\"{string.Concat(part.Select(octet => octet is >= 0x20 and < 0x7F and not ((byte)'"' or (byte)'\\') ? ((char)octet).ToString() : $"\\{octet:D3}"))}\""));

    private static bool IsRead(JsonElement line) => Evidence(line, "mta-sts").Any(text => text.StartsWith("Policy: mode ", StringComparison.Ordinal));

    private static IEnumerable<string> Evidence(JsonElement line, string id) => Find(line, id).GetProperty("evidence").EnumerateArray().Select(text => text.GetString() ?? "");

    private static string? State(JsonElement line, string id) => line.GetProperty("checks").EnumerateArray().FirstOrDefault(check => Text(check, "id") == id) is { ValueKind: JsonValueKind.Object } check ? Text(check, "state") : null;

    private static JsonElement Find(JsonElement line, string id) => line.GetProperty("checks").EnumerateArray().First(check => Text(check, "id") == id);

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();
}
