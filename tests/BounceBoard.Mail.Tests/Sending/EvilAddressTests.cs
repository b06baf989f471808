using System.Text;
using BounceBoard.Mail.Sending.Retries;
using BounceBoard.TestKit.Smtp;
using Xunit;

namespace BounceBoard.Mail.Tests.Sending;

/// <summary>What stands on the wire is exactly what was meant, byte for byte.</summary>
public sealed class EvilAddressTests
{
    [Fact]
    public async Task SendAsync_TwoHundredEvilAddresses_ServerHearsNothingOfThem()
    {
        Assert.InRange(EvilAddresses.All.Count, 200, 1000);
        using var sink = new ScriptedSink();
        await using var conversation = await RetryConversation.OpenAsync(Retry.Server(sink.Port), null, TestContext.Current.CancellationToken);
        foreach (var evil in EvilAddresses.All)
        {
            var outcome = await conversation.SendAsync(Retry.Message(evil), Retry.Yes, TestContext.Current.CancellationToken);
            Assert.True(outcome is { Kind: RetryOutcomeKind.NotSent, Unsendable: true }, $"was sent to: {evil}");
        }
        await conversation.QuitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["EHLO retry.sender.example\r\n", "QUIT\r\n"], sink.Commands);
        Assert.Empty(sink.Completed);
    }

    [Theory]
    [InlineData("User.Name@Example.net", "User.Name@Example.net")]
    [InlineData("o'brien+tag=1@example.net", "o'brien+tag=1@example.net")]
    [InlineData("user@b\u00fccher.example", "user@xn--bcher-kva.example")]
    [InlineData("-x@example.net", "-x@example.net")]
    public async Task SendAsync_GoodAddress_SpellingIsKept(string recipient, string onTheWire)
    {
        using var sink = new ScriptedSink();

        var outcome = await Retry.SendAsync(sink, Retry.Message(recipient));

        Assert.Equal(RetryOutcomeKind.Accepted, outcome.Kind);
        Assert.Equal(
            ["EHLO retry.sender.example\r\n", $"MAIL FROM:<{Retry.Sender}> SIZE={Retry.Mail.Length}\r\n", $"RCPT TO:<{onTheWire}>\r\n", "DATA\r\n", "QUIT\r\n"],
            sink.Commands);
    }

    [Fact]
    public async Task SendAsync_QuotedAndSeenInLog_SentAsItStood()
    {
        using var sink = new ScriptedSink();

        await Retry.SendAsync(sink, Retry.Message("\"us er\"@example.net") with { QuotedSeenInLog = true });

        Assert.Contains("RCPT TO:<\"us er\"@example.net>\r\n", sink.Commands);
    }

    [Fact]
    public async Task SendAsync_UnicodeLocalPart_OnlyWithSmtpUtf8()
    {
        using var with = new ScriptedSink { Extensions = ["SMTPUTF8", "8BITMIME"] };

        var outcome = await Retry.SendAsync(with, Retry.Message("us\u00e9r@example.net"));

        Assert.Equal(RetryOutcomeKind.Accepted, outcome.Kind);
        Assert.Contains(with.Commands, line => line.StartsWith("MAIL", StringComparison.Ordinal) && line.Contains("SMTPUTF8", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a\n.\nMAIL FROM:<x@example.net>\n", "a\r\n..\r\nMAIL FROM:<x@example.net>\r\n")]
    [InlineData("a\r.\rMAIL\r", "a\r\n..\r\nMAIL\r\n")]
    [InlineData("a\r\n.\nb", "a\r\n..\r\nb\r\n")]
    [InlineData("a\n.\r\nb", "a\r\n..\r\nb\r\n")]
    [InlineData("a\r\n.\r\nb\r\n", "a\r\n..\r\nb\r\n")]
    [InlineData("a\r\r\nb", "a\r\n\r\nb\r\n")]
    [InlineData(".", "..\r\n")]
    [InlineData("", "")]
    public async Task SendAsync_SmugglingBody_OneMailWithCrLfOnly(string body, string onTheWire)
    {
        using var sink = new ScriptedSink();

        var outcome = await Retry.SendAsync(sink, Retry.Message() with { Content = Encoding.ASCII.GetBytes("From: a@sender.example\r\n\r\n" + body) });

        Assert.Equal(RetryOutcomeKind.Accepted, outcome.Kind);
        Assert.Equal("From: a@sender.example\r\n\r\n" + onTheWire, Encoding.ASCII.GetString(Assert.Single(sink.Mails).Raw));
        Assert.Equal(5, sink.Commands.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SendAsync_EightBits_OnlyWhereTheyAreTaken(bool offered)
    {
        using var sink = new ScriptedSink { Extensions = offered ? ["8BITMIME"] : [] };
        var mail = Encoding.UTF8.GetBytes("From: a@sender.example\r\nMIME-Version: 1.0\r\nContent-Transfer-Encoding: 8bit\r\n\r\nGr\u00fc\u00dfe\r\n");

        var outcome = await Retry.SendAsync(sink, Retry.Message() with { Content = mail });

        Assert.Equal(offered ? RetryOutcomeKind.Accepted : RetryOutcomeKind.NotSent, outcome.Kind);
        Assert.Equal(!offered, outcome.Unsendable);
        Assert.Equal(offered, sink.Commands.Any(line => line.Contains("BODY=8BITMIME", StringComparison.Ordinal)));
        Assert.True(!offered || sink.Mails.Single().Content.SequenceEqual(mail));
    }
}
