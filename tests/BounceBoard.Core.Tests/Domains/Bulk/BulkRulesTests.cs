using BounceBoard.Core.Domains.Bulk;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Tests.Domains.Health;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Bulk;

/// <summary>What Google, Yahoo and Microsoft ask of bulk senders, told from the checks.</summary>
public sealed class BulkRulesTests
{
    private static readonly string[] NotVisible = ["sending-tls", "complaints", "unsubscribe", "format"];

    [Fact]
    public void Of_DomainInOrder_MeetsAllThatCanBeSeen()
    {
        var rules = BulkRules.Of(HealthRules.Judge(Fact.Good));

        Assert.Equal(NotVisible, rules.Where(rule => rule.State == BulkState.NotVisible).Select(rule => rule.Id));
        Assert.All(rules.Where(rule => !NotVisible.Contains(rule.Id)), rule => Assert.Equal((rule.Id, BulkState.Met), (rule.Id, rule.State)));
        Assert.All(rules, rule => Assert.NotEqual("", rule.Reason));
    }

    [Theory]
    [InlineData("example.net", "TXT", "v=spf1 include:gone.example.net ~all", "spf", BulkState.NotMet)]
    [InlineData("example.net", "TXT", "", "spf", BulkState.NotMet)]
    // Anybody may send, which no provider forbids: the score does.
    [InlineData("example.net", "TXT", "v=spf1 +all", "spf", BulkState.Met)]
    [InlineData("_dmarc.example.net", "TXT", "v=DMARC1; p=none", "dmarc", BulkState.Met)]
    [InlineData("_dmarc.example.net", "TXT", "", "dmarc", BulkState.NotMet)]
    [InlineData("10.2.0.192.in-addr.arpa", "PTR", "", "reverse-dns", BulkState.NotMet)]
    [InlineData("10.2.0.192.in-addr.arpa", "PTR", "mx.example.net", "reverse-dns", BulkState.NotMet)]
    [InlineData("s1._domainkey.example.net", "TXT", "", "dkim", BulkState.Unknown)]
    [InlineData("example.net", "MX", "0 .", "answers", BulkState.NotMet)]
    public void Of_Record_DecidesTheRule(string name, string type, string value, string id, BulkState state)
    {
        var facts = Fact.Replacing(name, type, value.Length == 0 ? [] : [$"{name} {type} {value}"]);

        Assert.Equal(state, RuleOf(facts, id).State);
    }

    [Fact]
    public void Of_BrokenRule_SaysWhoRefusesHowSinceWhenAndWhy()
    {
        var rule = RuleOf(Fact.Replacing("_dmarc.example.net", "TXT"), "dmarc");

        Assert.Equal(
            [
                new BulkDemand(BulkProvider.Google, new DateOnly(2024, 2, 1), "421 4.7.40"), new BulkDemand(BulkProvider.Yahoo, new DateOnly(2024, 2, 1), "554 5.7.9"),
                new BulkDemand(BulkProvider.Microsoft, new DateOnly(2025, 5, 5), "550 5.7.515"),
            ],
            rule.AskedBy);
        Assert.Contains("_dmarc.example.net", rule.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AlignmentWithoutReports_IsUnknown_WithMailThatFails_IsNotMet()
    {
        Assert.Equal(BulkState.Unknown, RuleOf(Fact.Good with { Reports = null }, "alignment").State);
        Assert.Equal(BulkState.NotMet, RuleOf(Fact.Good with { Reports = new(Fact.Now, 1000, 800, 800, 800, 0) }, "alignment").State);
    }

    [Fact]
    public void Of_SendingAddressesNotKnown_IsUnknown() => Assert.Equal(BulkState.Unknown, RuleOf(Fact.Good with { SendingHosts = [] }, "reverse-dns").State);

    [Fact]
    public void Of_ParkedDomain_IsEmpty() => Assert.Empty(BulkRules.Of(HealthRules.Judge(Fact.Good with { Profile = DomainProfile.Parked })));

    // A check that is renamed would else leave its rule unknown for ever.
    [Fact]
    public void Of_EveryCheckNamed_Exists()
    {
        var known = new[] { Fact.Good, Fact.Good with { SendingHosts = [] } }.SelectMany(facts => HealthRules.Judge(facts).Checks).Select(check => check.Id).ToHashSet();

        Assert.All(BulkRules.Of(HealthRules.Judge(Fact.Good)).SelectMany(rule => rule.CheckIds), id => Assert.Contains(id, known));
    }

    private static BulkRule RuleOf(DomainFacts facts, string id) => BulkRules.Of(HealthRules.Judge(facts)).Single(rule => rule.Id == id);
}
