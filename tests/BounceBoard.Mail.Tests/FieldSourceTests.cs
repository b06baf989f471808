using System.Text;
using BounceBoard.Core.Bounces;
using Xunit;

namespace BounceBoard.Mail.Tests;

/// <summary>Every field is stated, derived or unknown.</summary>
public sealed class FieldSourceTests
{
    [Theory]
    [InlineData("Return-Path: <real@example.com>\r\n", "real@example.com", ReportFields.None)]
    [InlineData("", "to@example.com", ReportFields.Sender)]
    public async Task Dsn_Sender_IsStatedByTheReturnedHeaderOrDerivedFromTheAddressee(string header, string sender, ReportFields derived)
    {
        var report = Assert.Single(await ReadAsync(Dsn("rfc822; a@example.net", header)));

        Assert.Equal((sender, derived), (report.Sender, report.Derived));
    }

    [Fact]
    public async Task Dsn_RecipientOfAPipe_IsDerivedFromTheReturnedMail()
    {
        var report = Assert.Single(await ReadAsync(Dsn("rfc822; |/usr/bin/filter", "Return-Path: <real@example.com>\r\n")));

        Assert.Equal(("whom@example.net", ReportFields.Recipient), (report.Recipient, report.Derived));
    }

    [Fact]
    public async Task PostfixLog_Action_IsDerivedAndTheRestStated()
    {
        var report = Assert.Single(await ReadAsync(
            "May 16 07:02:11 mx postfix/smtp[311]: 4F1A2B3C4D: to=<a@example.net>, relay=mx.example.net[198.51.100.7]:25, delay=1, delays=0/0/0/1, dsn=5.7.1, status=bounced (host mx.example.net[198.51.100.7] said: 550 5.7.1 no (in reply to RCPT TO command))\n"));

        Assert.Equal(ReportFields.Action, report.Derived);
        Assert.Equal(["recipientDomain", "action", "occurredAt", "category", "permanent"], FieldSources.Derived(report));
    }

    private static Task<List<BounceReport>> ReadAsync(string text) => Readings.ReadAsync(Encoding.ASCII.GetBytes(text));

    private static string Dsn(string final, string header) => string.Join("\r\n",
        "From: MAILER-DAEMON@mx.example.test", "To: to@example.com", "Subject: Undelivered", "Date: Sat, 16 May 2026 07:00:00 +0000", "MIME-Version: 1.0",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "", "--b", "Content-Type: text/plain", "", "failed", "--b",
        "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.example.test", "", $"Final-Recipient: {final}", "Action: failed", "Status: 5.7.1",
        "Diagnostic-Code: smtp; 550 5.7.1 relaying denied", "", "--b", "Content-Type: text/rfc822-headers", "",
        $"{header}From: real@example.com", "To: whom@example.net", "Message-ID: <1@example.com>", "", "--b--", "");
}
