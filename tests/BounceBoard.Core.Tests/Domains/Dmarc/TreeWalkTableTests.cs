using System.Text.Json;
using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.TestKit.Corpora;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Dmarc;

/// <summary>The tree walks that RFC 9989 describes, query by query.</summary>
public sealed class TreeWalkTableTests
{
    [Fact]
    public void Walks_OfTheStandard_AskTheSameNamesAndFindTheSamePolicy()
    {
        var table = Corpus.Json("auth", "dmarc-treewalk", "cases.json");
        Assert.SkipWhen(table is null, Corpus.Absent);
        var cases = table.Value.GetProperty("cases").EnumerateArray().ToList();
        Assert.NotEmpty(cases);
        Assert.All(cases, one => Check(one, new WholeZone([.. Lines(one)])));
    }

    private static void Check(JsonElement one, WholeZone zone)
    {
        var (id, expected) = (one.GetProperty("id").GetString(), one.GetProperty("expect"));
        var found = PolicyDiscovery.For(one.GetProperty("author_domain").GetString()!, zone);
        Assert.Equal(
            (id, expected.GetProperty("organizational_domain").GetString(), expected.GetProperty("policy_domain").GetString(), expected.GetProperty("policy").GetString()),
            (id, found.Walk.OrganizationalDomain, found.PolicyDomain, found.Policy is { } policy ? KebabName.Of(policy) : null));
        Assert.Equal(expected.GetProperty("org_walk_queries").EnumerateArray().Select(name => name.GetString()), found.Walk.Steps.Select(step => step.Domain));
        foreach (var alignment in one.GetProperty("alignment").EnumerateArray())
        {
            var other = TreeWalk.From(alignment.GetProperty("identifier").GetString()!, zone);
            Assert.Equal(alignment.GetProperty("aligned").GetBoolean(), DmarcAlignment.IsAligned(found.Walk, other, alignment.GetProperty("mode").GetString() == "s"));
            if (alignment.TryGetProperty("organizational_domain", out var organization))
                Assert.Equal(organization.GetString(), other.OrganizationalDomain);
        }
    }

    private static IEnumerable<string> Lines(JsonElement one)
    {
        if (one.GetProperty("author_exists").GetBoolean())
        {
            yield return $"{one.GetProperty("author_domain").GetString()} A 192.0.2.1";
        }
        foreach (var record in one.GetProperty("records").EnumerateObject())
        {
            var texts = record.Value.ValueKind == JsonValueKind.Array ? record.Value.EnumerateArray().Select(text => text.GetString()) : [record.Value.GetString()];
            foreach (var text in texts)
            {
                yield return $"_dmarc.{record.Name} TXT {text}";
            }
        }
    }
}
