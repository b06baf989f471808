using BounceBoard.Core.Bounces;
using BounceBoard.Core.Wordings;
using CsCheck;
using Xunit;

namespace BounceBoard.Core.Tests.Wordings;

public sealed class WordingRulesTests
{
    [Theory]
    [InlineData("550 5.7.1 The  Lodger\r\n moved out", "the lodger moved out")]
    [InlineData("lodger * moved out$", "lodger * moved out$")]
    [InlineData("*lodger moved", "lodger moved")]
    public void TryRead_WhatAPersonTyped_IsWrittenAsTheRowsAre(string typed, string expected)
    {
        Assert.True(RulePattern.TryRead(typed, out var pattern, out _));
        Assert.Equal(expected, pattern.Text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a*b*c*d*e")]
    [InlineData("short *  *")]
    [InlineData("ab*lodger moved out")]
    [InlineData("lodger $ moved out")]
    [InlineData("$$$$$$$$$$$$")]
    public void TryRead_TooLittleOrOutOfPlace_SaysWhy(string? typed)
    {
        Assert.False(RulePattern.TryRead(typed, out var pattern, out var problem));
        Assert.Null(pattern);
        Assert.NotEmpty(problem);
    }

    [Fact]
    public void TryRead_Anything_NeitherThrowsNorLetsThroughWhatTheIndexRefuses() =>
        Gen.OneOf(Gen.String, Gen.Char["ab*$ 5.1"].Array[0, 40].Select(chars => new string(chars))).Sample(
            typed =>
            {
                if (RulePattern.TryRead(typed, out var pattern, out _))
                {
                    Assert.Null(Rules(new WordingRule(1, pattern, null, null, null, BounceCategory.Blocked)).Find("nothing alike", null, null, null, null));
                }
            },
            iter: 20_000);

    [Theory]
    [InlineData("550 5.7.1 The lodger of 7 moved out", 550, "5.7.1", "mx.example.net", true)]
    [InlineData("550 5.7.1 The lodger of 7 moved in", 550, "5.7.1", "mx.example.net", false)]
    [InlineData("The lodger moved out", 554, "5.7.1", "mx.example.net", false)]
    [InlineData("The lodger moved out", 550, "5.7.2", "mx.example.net", false)]
    [InlineData("The lodger moved out", 550, "5.7.1", "mx.badexample.net", false)]
    [InlineData("The lodger moved out", 550, "5.7.1", null, true)]
    [InlineData(null, 550, "5.7.1", "mx.example.net", false)]
    public void Find_AllConditions_HoldTogether(string? reply, int code, string status, string? host, bool matches)
    {
        var rule = new WordingRule(1, Read("the lodger*moved out"), 550, "5.7.1", "example.net", BounceCategory.MailboxMoved);

        Assert.Equal(matches ? rule : null, Rules(rule).Find(reply, code, status, host, host is null ? "example.net" : "other.test"));
    }

    [Fact]
    public void Find_SeveralMatch_TheOneThatSaysMoreDecidesThenTheOldest()
    {
        var wide = new WordingRule(1, Read("the lodger"), null, null, null, BounceCategory.OnHold);
        var narrow = new WordingRule(3, Read("the lodger moved"), null, null, null, BounceCategory.MailboxMoved);
        var later = new WordingRule(4, Read("lodger moved out"), null, null, null, BounceCategory.Filtered);

        Assert.Equal(narrow, Rules(later, wide, narrow).Find("The lodger moved out", null, null, null, null));
        Assert.Equal(wide, Rules(later, wide, narrow).Find("The lodger stays", null, null, null, null));
    }

    [Fact]
    public void Judge_ARefusal_KeepsWhatItWasWithoutTheRule()
    {
        var rules = Rules(new WordingRule(7, Read("the lodger moved"), null, null, null, BounceCategory.MailboxMoved));
        var report = new BounceReport { Kind = BounceKind.Bounce, ReplyText = "550 The lodger moved", Category = BounceCategory.OnHold };

        var judged = rules.Judge(report);

        Assert.Equal((BounceCategory.MailboxMoved, new RuledCategory(7, BounceCategory.OnHold)), (judged.Category, judged.Ruled));
        Assert.Same(report, WordingRules.None.Judge(report));
        Assert.Null(rules.Judge(report with { Kind = BounceKind.Delivery }).Ruled);
    }

    [Fact]
    public void Merge_OneWitnessRuled_TheRuleCountsInEitherOrder()
    {
        var log = new BounceReport { Kind = BounceKind.Bounce, Format = "postfix-log", Recipient = "a@example.net", Category = BounceCategory.Filtered };
        var dsn = log with { Format = "dsn", Category = BounceCategory.MailboxMoved, Ruled = new RuledCategory(7, BounceCategory.OnHold) };

        foreach (var merged in (BounceReport[])[RefusalFold.Merge(log, dsn), RefusalFold.Merge(dsn, log)])
        {
            Assert.Equal((BounceCategory.MailboxMoved, new RuledCategory(7, BounceCategory.Filtered)), (merged.Category, merged.Ruled));
        }
    }

    [Theory]
    [InlineData("<{address}>: the lodger of {host} moved out", "the lodger of * moved out")]
    [InlineData("unknown lodger '{name}' ({n})", "unknown lodger '*' ")]
    [InlineData("no { brace", "no { brace")]
    public void Propose_ASkeleton_HasStarsForWhatWasTakenOut(string skeleton, string expected) => Assert.Equal(expected.Trim(), RulePattern.Propose(skeleton));

    [Theory]
    [InlineData("550 5.7.1 The lodger of flat 9 moved out", ReplyBasis.Codes, BounceCategory.SecurityError)]
    [InlineData("The lodger moved out", ReplyBasis.Codes, BounceCategory.OnHold)]
    [InlineData("550 5.7.1 Relaying denied", ReplyBasis.Words, BounceCategory.RelayDenied)]
    [InlineData("550 5.1.1", ReplyBasis.NothingSaid, BounceCategory.BadMailbox)]
    public void Explain_AReply_SaysHowItWasFound(string reply, ReplyBasis basis, BounceCategory category) =>
        Assert.Equal(new ReplyMeaning(category, basis), ReplyClassifier.Explain(null, null, reply, null));

    private static WordingRules Rules(params WordingRule[] rules) => new(rules);

    private static RulePattern Read(string text) => RulePattern.TryRead(text, out var pattern, out var problem) ? pattern : throw new ArgumentException(problem);
}
