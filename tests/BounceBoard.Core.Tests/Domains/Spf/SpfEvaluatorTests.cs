using System.Net;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Spf;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Spf;

/// <summary>What the public suite leaves out: identities, costs, traces, missing answers, hostile records.</summary>
public sealed class SpfEvaluatorTests
{
    [Theory]
    [InlineData("", SpfResult.Pass, "postmaster@mail.sender.test")]
    [InlineData("<>", SpfResult.Pass, "postmaster@mail.sender.test")]
    [InlineData("<user@sender.test>", SpfResult.Fail, "user@sender.test")]
    [InlineData("sender.test", SpfResult.Fail, "postmaster@sender.test")]
    [InlineData("\"a@b\"@sender.test", SpfResult.Fail, "\"a@b\"@sender.test")]
    [InlineData("user@SENDER.test.", SpfResult.Fail, "user@SENDER.test.")]
    [InlineData("user@[192.0.2.1]", SpfResult.None, "user@[192.0.2.1]")]
    public void Evaluate_MailFrom_NamesTheIdentity(string mailFrom, SpfResult result, string sender)
    {
        var evaluation = Evaluate(mailFrom, "mail.sender.test TXT v=spf1 ip4:192.0.2.1 -all", "sender.test TXT v=spf1 -all");
        Assert.Equal((result, sender), (evaluation.Result, evaluation.Identity.Sender));
    }

    [Theory]
    [InlineData("user@bücher.test", SpfResult.Pass)]
    [InlineData("jürgen@bücher.test", SpfResult.Pass)]
    [InlineData("jürgen@local.test", SpfResult.Neutral)]
    public void Evaluate_OutsideAscii_AsksForALabelsAndNeverForTheLocalPart(string mailFrom, SpfResult result)
    {
        var zone = new WholeZone("xn--bcher-kva.test TXT v=spf1 exists:%{d}._spf.test", "xn--bcher-kva.test._spf.test A 127.0.0.2", "local.test TXT v=spf1 exists:%{l}._spf.test");
        Assert.Equal(result, SpfEvaluator.Evaluate(Request(mailFrom), zone).Result);
        Assert.All(zone.Asked, question => Assert.True(System.Text.Ascii.IsValid(question.Name)));
    }

    [Theory]
    [InlineData("v=spf1 a:%{l}.test -all", SpfResult.Pass)]
    [InlineData("v=spf1 a:%{l9999999999999999999}.test -all", SpfResult.Pass)]
    [InlineData("v=spf1 a:%{l0}.test -all", SpfResult.Permerror)]
    [InlineData("v=spf1 a:%{l0r}.test -all", SpfResult.Permerror)]
    [InlineData("v=spf1 a:%{.test -all", SpfResult.Permerror)]
    [InlineData("v=spf1 ip4:192.0.2.01 -all", SpfResult.Permerror)]
    [InlineData("v=spf1 ip4:192.0.2 -all", SpfResult.Permerror)]
    [InlineData("v=spf1 ip4:192.0.2.1/33 -all", SpfResult.Permerror)]
    [InlineData("v=spf1 ip4:192.0.2.0/024 -all", SpfResult.Permerror)]
    [InlineData("v=spf1 ip6:fe80::1%eth0 -all", SpfResult.Permerror)]
    [InlineData("v=spf1 ip6:::ffff:192.0.2.1 ip4:192.0.2.0/24 -all", SpfResult.Pass)]
    [InlineData("v=spf1 a:user.test/24//64 -all", SpfResult.Pass)]
    [InlineData("v=spf1 a:user.test/24/64 -all", SpfResult.Permerror)]
    [InlineData("v=spf1 a:user.test/ -all", SpfResult.Permerror)]
    [InlineData("v=spf1 exists:user.test/24 -all", SpfResult.Permerror)]
    [InlineData("v=spf1 -", SpfResult.Permerror)]
    [InlineData("v=spf1 IP4:192.0.2.1 -ALL", SpfResult.Pass)]
    [InlineData("v=spf1 +", SpfResult.Permerror)]
    [InlineData("v=spf1 ra=%zz -all", SpfResult.Permerror)]
    [InlineData("v=spf1 =x -all", SpfResult.Permerror)]
    [InlineData("v=spf1\t-all", SpfResult.None)]
    public void Evaluate_Term_IsReadByTheGrammar(string record, SpfResult result) =>
        Assert.Equal(result, Evaluate("user@sender.test", $"sender.test TXT {record}", "user.test A 192.0.2.1").Result);

    [Fact]
    public void Evaluate_MappedAddress_IsTheIpv4Address()
    {
        var zone = new WholeZone("sender.test TXT v=spf1 a exists:%{i}.%{v}.%{d} -all", "sender.test A 192.0.2.9", "192.0.2.1.in-addr.sender.test A 127.0.0.2");
        Assert.Equal(SpfResult.Pass, SpfEvaluator.Evaluate(Request("user@sender.test") with { Ip = IPAddress.Parse("::ffff:192.0.2.1") }, zone).Result);
        Assert.DoesNotContain(zone.Asked, question => question.Type == RecordType.Aaaa);
    }

    [Theory]
    [InlineData("v=spf1 a:gone.test -all")]
    [InlineData("v=spf1 mx:gone.test -all")]
    [InlineData("v=spf1 exists:gone.test -all")]
    [InlineData("v=spf1 include:gone.test -all")]
    [InlineData("v=spf1 redirect=gone.test")]
    [InlineData("v=spf1 mx:mail.test -all")]
    public void Evaluate_DnsGivesNoAnswer_IsTemperrorAndNeverNoMatch(string record)
    {
        var evaluation = Evaluate("user@sender.test", $"sender.test TXT {record}", "gone.test FAIL", "mail.test MX 10 gone.test");
        Assert.Equal(SpfResult.Temperror, evaluation.Result);
        Assert.Contains("SERVFAIL", evaluation.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_PtrGivesNoAnswer_DoesNotMatch() => Assert.Equal(
        SpfResult.Fail, Evaluate("user@sender.test", "sender.test TXT v=spf1 ptr -all", "1.2.0.192.in-addr.arpa FAIL").Result);

    [Fact]
    public void Evaluate_Include_CostsAreOnTheTermAndSummed()
    {
        var evaluation = Evaluate("user@sender.test", "sender.test TXT v=spf1 a include:a.test ip4:192.0.2.1 -all",
            "a.test TXT v=spf1 mx include:b.test", "b.test TXT v=spf1 exists:none.test ?all");
        Assert.Equal((SpfResult.Permerror, 5, 3), (evaluation.Result, evaluation.Lookups, evaluation.VoidLookups));
        Assert.Equal([(1, 1), (4, 2)], evaluation.Trace.Steps.Select(step => (step.Lookups, step.VoidLookups)));
        Assert.Equal("b.test", evaluation.Trace.Steps[1].Visit?.Steps[1].Visit?.Domain);
    }

    [Fact]
    public void Evaluate_Loop_EndsAtTheEleventhLookup()
    {
        var evaluation = Evaluate("user@sender.test", "sender.test TXT v=spf1 include:sender.test -all");
        Assert.Equal((SpfResult.Permerror, 11), (evaluation.Result, evaluation.Lookups));
    }

    [Fact]
    public void Evaluate_FailBelowRedirect_UsesItsExplanationAndNotTheIncluded()
    {
        var evaluation = Evaluate("user@sender.test", "sender.test TXT v=spf1 include:a.test redirect=b.test exp=wrong.test",
            "a.test TXT v=spf1 -all exp=wrong.test", "b.test TXT v=spf1 -all exp=why.test", "why.test TXT %{c} at %{t} for %{r}: %{S}", "wrong.test TXT no");
        Assert.Equal("192.0.2.1 at 86400 for unknown: user%40sender.test", evaluation.Explanation);
    }

    [Theory]
    [InlineData("why.test FAIL")]
    [InlineData("why.test TXT %{x}")]
    [InlineData("why.test TXT ärger")]
    public void Evaluate_ExplanationIsUnusable_FailStands(string why)
    {
        var evaluation = Evaluate("user@sender.test", "sender.test TXT v=spf1 -all exp=why.test", why);
        Assert.Equal((SpfResult.Fail, null), (evaluation.Result, evaluation.Explanation));
    }

    [Fact]
    public void Evaluate_NothingAsked_NamesOneQuestionAndThenAllOfTheRecord()
    {
        var snapshot = new DnsSnapshot();
        var zone = new WholeZone("sender.test TXT v=spf1 include:a.test mx a:b.test ptr -all exp=why.test", "a.test TXT v=spf1 -all", "sender.test MX 5 m.test", "m.test A 192.0.2.9");
        List<string[]> rounds = [];
        var evaluation = SpfEvaluator.Evaluate(Request("user@sender.test"), snapshot);
        while (!evaluation.IsComplete)
        {
            Assert.Equal(SpfResult.Temperror, evaluation.Result);
            rounds.Add([.. evaluation.Missing.Select(question => question.ToString()).Order(StringComparer.Ordinal)]);
            foreach (var question in evaluation.Missing)
            {
                snapshot.Add(question, zone.Find(question.Name, question.Type));
            }
            evaluation = SpfEvaluator.Evaluate(Request("user@sender.test"), snapshot);
        }
        Assert.Equal(SpfResult.Fail, evaluation.Result);
        Assert.Equal(["sender.test Txt"], rounds[0]);
        Assert.Equal(["1.2.0.192.in-addr.arpa Ptr", "a.test Txt", "b.test A", "sender.test Mx", "why.test Txt"], rounds[1]);
        Assert.Equal(3, rounds.Count);
    }

    [Fact]
    public void Evaluate_AnyText_NeverThrows()
    {
        var random = new Random(7208);
        const string Letters = "%{}/:=.-+~? sloidphvr019a\u00e9_";
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Letters[random.Next(Letters.Length)]));
            var evaluation = Evaluate($"{text}@sender.test", $"sender.test TXT v=spf1 {text} a:{text} -all exp={text}");
            Assert.True(evaluation.IsComplete);
        }
    }

    private static SpfRequest Request(string mailFrom) => new()
    {
        Ip = IPAddress.Parse("192.0.2.1"),
        MailFrom = mailFrom,
        Helo = "mail.sender.test",
        At = DateTimeOffset.UnixEpoch.AddDays(1),
    };

    private static SpfEvaluation Evaluate(string mailFrom, params string[] zone) => SpfEvaluator.Evaluate(Request(mailFrom), new WholeZone(zone));
}
