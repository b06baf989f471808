using System.Text.Json;
using Xunit;

namespace BounceBoard.Cli.Tests.Replaying;

/// <summary>One row of an expected-result file: what the answer to one question says of a recipient, an incident, or the suppression list.</summary>
internal sealed class ExpectedRow(JsonElement row)
{
    private static readonly string[] Lists = ["cause", "verdict", "subCause", "state", "confidence"];

    /// <summary>Fails with every difference at once.</summary>
    public static void AllHold(string expectedFile, JsonElement answer)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(expectedFile));
        var faults = document.RootElement.EnumerateArray()
            .SelectMany(row => new ExpectedRow(row).Faults(answer.GetProperty("asked")[row.GetProperty("ask").GetInt32()]).Select(fault => $"{row}: {fault}")).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private IEnumerable<string> Faults(JsonElement asked)
    {
        if (row.TryGetProperty("suppressed", out var suppressed) && !Names(suppressed).Order().SequenceEqual(Names(asked.GetProperty("suppressed")).Order()))
        {
            yield return $"suppressed is {asked.GetProperty("suppressed")}";
        }
        if (row.TryGetProperty("noIncident", out var scope) && Find(asked, "incidents", "scope", scope) is not null)
        {
            yield return "an incident is there";
        }
        var (list, key) = row.TryGetProperty("recipient", out _) ? ("recipients", "recipient") : ("incidents", "scope");
        if (row.TryGetProperty(key, out var wanted))
        {
            var found = Find(asked, list, key, wanted);
            foreach (var fault in found is { } one ? FaultsOf(one) : [$"{wanted} is not among {list}"])
            {
                yield return fault;
            }
        }
    }

    private IEnumerable<string> FaultsOf(JsonElement found)
    {
        foreach (var name in Lists.Where(name => row.TryGetProperty(name, out var allowed) && !Names(allowed).Contains(found.GetProperty(name).GetString())))
        {
            yield return $"{name} is {found.GetProperty(name)}: {found.GetProperty("reasons")[0].GetProperty("text")}";
        }
        if (row.TryGetProperty("never", out var never) && Names(never).Contains(found.GetProperty("verdict").GetString()))
        {
            yield return $"verdict is {found.GetProperty("verdict")}, which it must never be: {found.GetProperty("reasons")[0].GetProperty("text")}";
        }
        if (row.TryGetProperty("people", out var people) && people.GetInt32() != found.GetProperty("recipients").GetInt32())
        {
            yield return $"people are {found.GetProperty("recipients")}";
        }
        if (row.TryGetProperty("explainedBy", out var facet) && !found.GetProperty("explainedBy").EnumerateArray().Any(one => one.GetProperty("facet").GetString() == facet.GetString()))
        {
            yield return $"explained by {found.GetProperty("explainedBy")}";
        }
        if (row.TryGetProperty("missing", out var missing) && !Names(found.GetProperty("missing")).Contains(missing.GetString()))
        {
            yield return $"missing is {found.GetProperty("missing")}";
        }
        if (row.TryGetProperty("notBefore", out var notBefore) && notBefore.GetString() != found.GetProperty("notBefore").GetString())
        {
            yield return $"notBefore is {found.GetProperty("notBefore")}";
        }
    }

    private JsonElement? Find(JsonElement asked, string list, string key, JsonElement wanted)
    {
        var found = asked.GetProperty(list).EnumerateArray().Where(one => one.GetProperty(key).GetString() == wanted.GetString()
            && (!row.TryGetProperty("tenant", out var tenant) || tenant.GetString() == one.GetProperty("tenant").GetString())).ToList();
        return found.Count == 0 ? null : found[0];
    }

    private static List<string?> Names(JsonElement list) => [.. list.EnumerateArray().Select(name => name.GetString())];
}
