using System.Net;
using System.Text;
using BounceBoard.Core.Bounces;
using Xunit;

namespace BounceBoard.Mail.Tests;

/// <summary>What evidence tells of the system that sent: signatures, author, HELO.</summary>
public sealed class SenderMarksTests
{
    private const string Report = """
        Return-Path: <>
        From: Mail Delivery System <mailer-daemon@gw.example.net>
        To: bounce+1@mail.sender.test
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        It could not be delivered.

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; gw.example.net

        Final-Recipient: rfc822; jane@example.net
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 no such user

        --b
        Content-Type: text/rfc822-headers

        Return-Path: <bounce+1@mail.sender.test>
        Received: from out1.sender.test (out1.sender.test [192.0.2.9])
         by gw.example.net (Postfix) with ESMTPS id 1
        Received: from app.internal (unknown [10.0.0.7]) by out1.sender.test (Postfix) with ESMTP id 2
        DKIM-Signature: v=1; a=rsa-sha256; d=esp.test; s=k2; h=from; bh=AA==; b=AA==
        DKIM-Signature: v=1; a=rsa-sha256; d=Sender.TEST;
         s=s1; h=from; bh=AA==; b=AA==
        From: "Shop" <shop@News.Sender.test>
        Message-ID: <1@sender.test>

        --b--
        """;

    [Fact]
    public async Task Read_ReportThatReturnsTheHeader_TellsAuthorAllSignaturesAndWhoGreetedTheGateway()
    {
        var marks = Assert.Single(await Readings.ReadAsync(Encoding.UTF8.GetBytes(Report))).Marks!;

        Assert.Equal("news.sender.test", marks.AuthorDomain);
        Assert.Equal([new SignedBy("esp.test", "k2"), new SignedBy("sender.test", "s1")], marks.Signatures);
        // What the sender's own relay wrote is about a client inside.
        Assert.Equal([new SenderGreeting("out1.sender.test", IPAddress.Parse("192.0.2.9"))], marks.Greetings);
    }

    [Theory]
    [InlineData("from out1.other.test (rdns.other.test [192.0.2.9]) by gw.example.net", "out1.other.test")]
    [InlineData("from rdns.other.test ([192.0.2.9] helo=OUT1.other.test) by gw.example.net", "out1.other.test")]
    [InlineData("from unknown (HELO out1) (192.0.2.9) by gw.example.net with SMTP", "out1")]
    [InlineData("from out1.other.test (192.0.2.9) by gw.example.net (15.0.1) with Microsoft SMTP Server", "out1.other.test")]
    [InlineData("from [192.0.2.9] (unknown [192.0.2.9]) by gw.example.net", null)]
    [InlineData("from out1.other.test by gw.example.net with SMTP", null)]
    public async Task Read_FormsOfReceived_TellTheNameThatWasSaid(string line, string? helo)
    {
        var report = Report.Replace("from out1.sender.test (out1.sender.test [192.0.2.9])\n by gw.example.net", line, StringComparison.Ordinal);
        Assert.Contains(line, report, StringComparison.Ordinal);
        Assert.Equal(helo, Assert.Single(await Readings.ReadAsync(Encoding.UTF8.GetBytes(report))).Marks!.Greetings.SingleOrDefault()?.Helo);
    }

    [Fact]
    public async Task Read_Session_TellsTheNameWithoutAnAddress()
    {
        const string session = "220 mx.example.net\nEHLO Out1.Sender.test\n250 ok\nMAIL FROM:<a@sender.test>\n250 ok\nRCPT TO:<bob@example.net>\n550 5.7.1 Relay access denied\nQUIT\n";
        Assert.Equal([new SenderGreeting("out1.sender.test", null)], Assert.Single(await Readings.ReadAsync(Encoding.UTF8.GetBytes(session))).Marks!.Greetings);
    }

    [Fact]
    public async Task Read_RejectOfOurOwnServer_TellsNameAndAddressOfTheClient()
    {
        const string log = "May 16 07:02:00 in1 postfix/smtpd[7]: NOQUEUE: reject: RCPT from out1.sender.test[192.0.2.9]: 554 5.7.1 <bob@example.net>: Relay access denied; from=<a@sender.test> to=<bob@example.net> proto=ESMTP helo=<out1.sender.test>\n";
        Assert.Equal([new SenderGreeting("out1.sender.test", IPAddress.Parse("192.0.2.9"))], Assert.Single(await Readings.ReadAsync(Encoding.UTF8.GetBytes(log))).Marks!.Greetings);
    }
}
