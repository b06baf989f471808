using System.Text;

namespace BounceBoard.Benchmarks.Samples;

/// <summary>A delivery status notification (RFC 3464) as Postfix writes it, with the refused mail inside.</summary>
internal static class BounceMail
{
    public static byte[] Write(int index)
    {
        var domain = $"receiver{index % 200}.example";
        var text = $"""
            From: MAILER-DAEMON@out1.sender.test (Mail Delivery System)
            To: bounce+{index}@sender.test
            Subject: Undelivered Mail Returned to Sender
            Date: Sat, 16 May 2026 07:02:11 +0000
            Message-ID: <dsn-{index}@out1.sender.test>
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b{index}"

            --b{index}
            Content-Type: text/plain; charset=us-ascii

            <person{index}@{domain}>: host mx1.{domain}[198.51.100.{index % 250}] said: 550 5.7.1 Relaying denied

            --b{index}
            Content-Type: message/delivery-status

            Reporting-MTA: dns; out1.sender.test
            Arrival-Date: Sat, 16 May 2026 07:02:09 +0000

            Final-Recipient: rfc822; person{index}@{domain}
            Original-Recipient: rfc822;person{index}@{domain}
            Action: failed
            Status: 5.7.1
            Remote-MTA: dns; mx1.{domain}
            Diagnostic-Code: smtp; 550 5.7.1 Relaying denied

            --b{index}
            Content-Type: message/rfc822

            From: News <news@sender.test>
            To: person{index}@{domain}
            Subject: Letter {index}
            Message-ID: <{index}.2@sender.test>
            Date: Sat, 16 May 2026 07:02:08 +0000
            Content-Type: text/plain

            {new string('x', 70)}

            --b{index}--

            """;
        return Encoding.ASCII.GetBytes(text.ReplaceLineEndings("\r\n"));
    }
}
