using System.Globalization;
using System.Text;

namespace BounceBoard.Operations.Tenants;

/// <summary>The sample's evidence: one day-to-day log and one bounce mail, about eight incidents that show every verdict.</summary>
internal static class DemoEvidence
{
    public static byte[] Log(DateTimeOffset now)
    {
        var log = new DemoLog();
        Routes(log, now);
        DeadMailbox(log, now);
        CapitalLetters(log, now);
        return log.ToBytes();
    }

    /// <summary>A bounce of a relay that hides which server refused.</summary>
    public static byte[] Mail(DateTimeOffset now)
    {
        string Date(double hours) => now.AddHours(hours).ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000";
        var text = $"""
            From: MAILER-DAEMON@relay.sender.example
            To: bounce@sender.example
            Subject: Delivery failure
            Date: {Date(-4)}
            Message-ID: <dsn-quiet@relay.sender.example>
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="demo"

            --demo
            Content-Type: text/plain

            The message could not be delivered.

            --demo
            Content-Type: message/delivery-status

            Reporting-MTA: dns; relay.sender.example

            Final-Recipient: rfc822; info@quiet-host.example
            Action: failed
            Status: 5.7.1
            Diagnostic-Code: smtp; 550 5.7.1 relaying denied
            Last-Attempt-Date: {Date(-4)}

            --demo
            Content-Type: text/rfc822-headers

            From: news@sender.example
            To: info@quiet-host.example
            Message-ID: <demo-quiet@sender.example>

            --demo--

            """;
        return Encoding.ASCII.GetBytes(text.ReplaceLineEndings("\r\n"));
    }

    private static void Routes(DemoLog log, DateTimeOffset now)
    {
        foreach (var (name, hours) in new[] { ("orders", -5.0), ("support", -4.5), ("press", -3.0), ("jobs", -2.0) })
        {
            log.Refused(
                now.AddHours(hours), $"{name}@moved-mail.example", "old-mx.moved-mail.example[203.0.113.7]:25", "5.7.1",
                $"554 5.7.1 <{name}@moved-mail.example>: Relay access denied");
        }

        log.Refused(
            now.AddHours(-6), "orders@pinned-route.example", "legacy-gw.pinned-route.example[203.0.113.50]:25", "5.7.1", "550 5.7.1 Relaying denied");
        log.Refused(
            now.AddHours(-7), "sales@partner.example", "relay.sender.example[192.0.2.200]:587", "5.7.0", "530 5.7.0 Authentication required");
        log.Undeliverable(now.AddHours(-8), "hello@no-mail.example", "5.1.0", "Domain no-mail.example does not accept mail (nullMX)");
        log.Refused(
            now.AddHours(-9), "team@split-view.example", "mx-a.split-view.example[198.51.100.61]:25", "5.1.1",
            "550 5.1.1 <team@split-view.example>: Recipient address rejected: User unknown");
    }

    private static void DeadMailbox(DemoLog log, DateTimeOffset now)
    {
        const string relay = "mx.shop.example[198.51.100.41]:25";
        foreach (var days in new[] { -9, -3 })
        {
            log.Refused(
                now.AddDays(days), "former.colleague@shop.example", relay, "5.1.1",
                "550 5.1.1 <former.colleague@shop.example>: Recipient address rejected: User unknown in virtual mailbox table");
            for (var i = 0; i < 30; i++)
            {
                log.Delivered(now.AddDays(days).AddMinutes(i), $"customer{i}@shop.example", relay);
            }
        }
    }

    // A receiver that compares local parts by case for two hours: all failures have a capital letter, no delivery of those hours has one. The days before
    // it took both, and so it does again since; that is what makes the two hours a spike.
    private static void CapitalLetters(DemoLog log, DateTimeOffset now)
    {
        const string relay = "mx1.bigmail-servers.test[198.51.100.51]:25";
        for (var day = -9; day < 0; day++)
        {
            Newsletter(log, now.AddDays(day).AddHours(-6), relay);
        }

        for (var i = 0; i < 12; i++)
        {
            log.Refused(
                now.AddHours(-6).AddMinutes(i * 9), $"Subscriber{i + 1}@bigmail.example", relay, "5.7.1", "550 5.7.1 relaying denied");
        }

        for (var i = 0; i < 40; i++)
        {
            log.Delivered(now.AddHours(-6).AddMinutes(i * 2), $"reader{i}@bigmail.example", relay);
        }

        Newsletter(log, now.AddHours(-3), relay);
    }

    private static void Newsletter(DemoLog log, DateTimeOffset at, string relay)
    {
        for (var i = 0; i < 40; i++)
        {
            log.Delivered(at.AddMinutes(i * 2), i % 5 == 0 ? $"Member{i}@bigmail.example" : $"reader{i}@bigmail.example", relay);
        }
    }
}
