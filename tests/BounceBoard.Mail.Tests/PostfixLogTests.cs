using System.Text;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Evidence;
using BounceBoard.Mail.Reading;
using BounceBoard.Mail.Unpacking;
using Xunit;

namespace BounceBoard.Mail.Tests;

/// <summary>What is joined between the lines, and between the pieces, of a Postfix log.</summary>
public sealed class PostfixLogTests
{
    private static readonly BounceParser Parser = new();

    [Fact]
    public void Parse_SecondPiece_KnowsMessageIdAndSender()
    {
        var session = new LogSession();
        Read("Feb 12 10:00:00 o postfix/cleanup[1]: 4424441E46: message-id=<m@sender.test>\nFeb 12 10:00:00 o postfix/qmgr[1]: 4424441E46: from=<s@sender.test>, size=1, nrcpt=1 (queue active)\n", session);
        var report = Assert.Single(Read("Feb 12 10:00:01 o postfix/smtp[1]: 4424441E46: to=<u@example.net>, relay=none, dsn=5.4.4, status=bounced (Host or domain name not found)\n", session));
        Assert.Equal(("m@sender.test", "s@sender.test", BounceCategory.BadDomain), (report.MessageId, report.Sender, report.Category));
    }

    [Fact]
    public void Parse_RemovedAndUsedAgain_DoesNotJoinTheOldMessage()
    {
        var report = Read(
            "Feb 12 10:00:00 o postfix/cleanup[1]: 4424441E46: message-id=<old@sender.test>\nFeb 12 10:00:00 o postfix/qmgr[1]: 4424441E46: removed\n"
            + "Feb 12 10:00:01 o postfix/smtp[1]: 4424441E46: to=<u@example.net>, relay=none, dsn=5.4.4, status=bounced (x)\n", new LogSession())[^1];
        Assert.Null(report.MessageId);
    }

    [Fact]
    public void Parse_Expired_ReportsTheRecipientsThatStillWaited()
    {
        var reports = Read(
            "Feb 12 10:00:01 o postfix/smtp[1]: 4424441E46: to=<a@example.net>, relay=m.example.net[198.51.100.7]:25, dsn=4.7.1, status=deferred (host m.example.net[198.51.100.7] said: 454 4.7.1 <a@example.net>: Relay access denied (in reply to RCPT TO command))\n"
            + "Feb 12 10:00:01 o postfix/smtp[1]: 4424441E46: to=<b@example.net>, relay=m.example.net[198.51.100.7]:25, dsn=4.0.0, status=deferred (x)\n"
            + "Feb 12 10:09:01 o postfix/smtp[1]: 4424441E46: to=<b@example.net>, relay=m.example.net[198.51.100.7]:25, dsn=2.0.0, status=sent (250 ok)\n"
            + "Feb 17 10:00:01 o postfix/qmgr[1]: 4424441E46: from=<s@sender.test>, status=expired, returned to sender\n", new LogSession());
        Assert.Equal(4, reports.Count);
        Assert.Equal((BounceKind.Bounce, "a@example.net", BounceCategory.RelayDenied, true), (reports[3].Kind, reports[3].Recipient, reports[3].Category, reports[3].Permanent));
        Assert.Equal("s@sender.test", reports[3].Sender);
    }

    [Theory]
    [InlineData("Dec 31 23:59:59", "2026-01-01T00:30:00Z", "2025-12-31T23:59:59Z")]
    [InlineData("Feb 29 10:00:00", "2026-06-01T00:00:00Z", "2024-02-29T10:00:00Z")]
    [InlineData("Jun  1 10:00:00", "2026-06-01T12:00:00Z", "2026-06-01T10:00:00Z")]
    [InlineData("Jun  1 13:00:00", "2026-06-01T12:00:00Z", "2026-06-01T12:00:00Z")]
    public void Parse_TimeWithoutYear_IsNeverInTheFuture(string time, string receivedAt, string expected)
    {
        var line = $"{time} o postfix/smtp[1]: 4424441E46: to=<u@example.net>, relay=none, dsn=5.4.4, status=bounced (x)\n";
        var report = Assert.Single(Parser.Parse(Piece(line), DateTimeOffset.Parse(receivedAt, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), report.OccurredAt);
        Assert.Equal(FieldSource.Derived, report.OccurredAtSource);
    }

    [Fact]
    public void Find_MoreMessagesThanRemembered_ForgetsTheFirst()
    {
        var session = new LogSession();
        for (var i = 0; i <= LogSession.Most; i++)
        {
            session.FindOrAdd($"k{i}");
        }
        Assert.Null(session.Find("k0"));
        Assert.NotNull(session.Find($"k{LogSession.Most}"));
    }

    private static IReadOnlyList<BounceReport> Read(string log, LogSession session) => Parser.Parse(Piece(log), Readings.ReceivedAt, session);

    private static EvidenceItem Piece(string log) => new("log", EvidenceKind.Log, Encoding.UTF8.GetBytes(log), "log", 1, null);
}
