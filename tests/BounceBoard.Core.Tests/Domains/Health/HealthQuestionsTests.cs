using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Health;

public sealed class HealthQuestionsTests
{
    [Fact]
    public void Questions_AskAndAdd_EndsInFewRounds()
    {
        var (zone, snapshot) = (new WholeZone([.. Fact.GoodLines, "example.org TXT nothing"]), new DnsSnapshot());
        var facts = Fact.Good with { Dns = snapshot };
        var rounds = 0;
        for (var open = HealthRules.Questions(facts); open.Count > 0; open = HealthRules.Questions(facts), rounds++)
        {
            Assert.Equal(open.Count, open.Distinct().Count());
            foreach (var question in open)
            {
                snapshot.Add(question, zone.Find(question.Name, question.Type));
            }
        }
        Assert.InRange(rounds, 1, 3);
        Assert.Equal(100, HealthRules.Judge(facts).Score.Value);
    }

    [Fact]
    public void Questions_ReportsElsewhere_AskForConsent()
    {
        var facts = Fact.Good with { Dns = DnsSnapshot.Of(Answers("v=DMARC1; p=none; rua=mailto:a@example.org")) };
        Assert.Contains(new RecordQuestion("example.net._report._dmarc.example.org", RecordType.Txt), HealthRules.Questions(facts));
    }

    private static RecordAnswer[] Answers(string dmarc) =>
    [
        new("_dmarc.example.net", RecordType.Txt, DnsState.Found, "NOERROR", [dmarc], 300), new("_dmarc.net", RecordType.Txt, DnsState.Absent, "NXDOMAIN", [], 300),
        new("example.net", RecordType.A, DnsState.Absent, "NOERROR", [], 300),
    ];
}
