using BounceBoard.Core.Bounces;
using Xunit;
using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Mail.Tests;

/// <summary>The rows of knowledge that a careless reader would get wrong.</summary>
public sealed class ClassifierTests
{
    [Theory]
    [InlineData(550, "5.4.1", "550 5.4.1 Recipient address rejected: Access denied. AS(201806281)", BadMailbox)]
    [InlineData(550, "5.1.1", "550 5.1.1 <u@example.net>: Recipient address rejected: User unknown in relay recipient table", BadMailbox)]
    [InlineData(550, "5.7.1", "550 5.7.1 Your host is listed as an open relay", Blocked)]
    [InlineData(550, "5.7.1", "550 5.7.1 Client host [192.0.2.9] blocked using relays.dnsbl.test", Blocked)]
    [InlineData(454, "4.7.1", "454 4.7.1 <u@example.net>: Relay access denied", RelayDenied)]
    [InlineData(550, "5.1.1", "550 5.1.1 <u@example.net>... Relaying denied", RelayDenied)]
    [InlineData(550, null, "550-5.1.1 The email account that you tried to reach does 550-5.1.1 not exist.", BadMailbox)]
    [InlineData(550, "5.7.133", "550 5.7.133 sender not authenticated for group", SenderRejected)]
    [InlineData(550, "5.7.25", "550 5.7.25 no words known", RequiresPtr)]
    [InlineData(null, null, null, Undetermined)]
    public void Classify_Reply_GivesCategory(int? code, string? status, string? text, BounceCategory expected) =>
        Assert.Equal(expected, ReplyClassifier.Classify(code, status, text, SmtpStage.RcptTo));

    [Fact]
    public void Classify_LongReply_IsLinear()
    {
        var text = string.Concat(Enumerable.Repeat("listed ip relay exceeded account ", 300_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        ReplyClassifier.Classify(550, null, text, null);
        Assert.True(watch.ElapsedMilliseconds < 2000);
    }

    [Theory]
    [InlineData("550 5.7.1 no", "5.7.1")]
    [InlineData("from 5.1.1.2 no", null)]
    [InlineData("(#5.5.3 - chkuser)", "5.5.3")]
    [InlineData("it is 5.1.1.", "5.1.1")]
    [InlineData("192.0.2.5", null)]
    public void Find_Text_GivesTheEnhancedCode(string text, string? expected) => Assert.Equal(expected, EnhancedStatusCode.Find(text));
}
