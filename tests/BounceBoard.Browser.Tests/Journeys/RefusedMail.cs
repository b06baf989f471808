using System.Globalization;
using System.Text;

namespace BounceBoard.Browser.Tests.Journeys;

/// <summary>A delivery status notification of a mail that one server refused, to relay it if nothing else is said.</summary>
internal static class RefusedMail
{
    public static byte[] Write(string recipient, string host, string address, DateTimeOffset at, string reply = "Relay access denied")
    {
        var date = at.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
        var text = $"""
            From: MAILER-DAEMON@out1.acme.test (Mail Delivery System)
            To: bounce@acme.test
            Subject: Undelivered Mail Returned to Sender
            Date: {date}
            Message-ID: <dsn-{at.Ticks}@out1.acme.test>
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="part"

            --part
            Content-Type: text/plain; charset=us-ascii

            <{recipient}>: host {host}[{address}] said: 550 5.7.1 <{recipient}>: {reply} (in reply to RCPT TO command)

            --part
            Content-Type: message/delivery-status

            Reporting-MTA: dns; out1.acme.test
            Arrival-Date: {date}

            Final-Recipient: rfc822; {recipient}
            Action: failed
            Status: 5.7.1
            Remote-MTA: dns; {host}
            Diagnostic-Code: smtp; 550 5.7.1 <{recipient}>: {reply}
            Last-Attempt-Date: {date}

            --part
            Content-Type: message/rfc822

            From: Acme <news@acme.test>
            To: {recipient}
            Subject: Invoice
            Message-ID: <{at.Ticks}@acme.test>
            Date: {date}

            Hello

            --part--

            """;
        return Encoding.ASCII.GetBytes(text.ReplaceLineEndings("\r\n"));
    }
}
