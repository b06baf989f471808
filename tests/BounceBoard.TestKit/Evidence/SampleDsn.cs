using System.Globalization;
using System.Text;

namespace BounceBoard.TestKit.Evidence;

/// <summary>A delivery status notification (RFC 3464) with just the fields a test cares for.</summary>
public sealed record SampleDsn
{
    public string Recipient { get; init; } = "user@example.test";

    public string MessageId { get; init; } = "m1@sender.test";

    public string RemoteMta { get; init; } = "mx1.example.test";

    public string? RemoteIp { get; init; } = "198.51.100.7";

    public string Status { get; init; } = "5.7.1";

    public string Reply { get; init; } = "550 5.7.1 Relaying denied";

    public string Action { get; init; } = "failed";

    public DateTimeOffset At { get; init; } = new(2026, 5, 16, 7, 2, 11, TimeSpan.Zero);

    public byte[] ToBytes() => Encoding.ASCII.GetBytes(ToString().ReplaceLineEndings("\r\n"));

    public override string ToString() => $"""
        From: MAILER-DAEMON@out1.sender.test (Mail Delivery System)
        To: bounce@sender.test
        Subject: Undelivered Mail Returned to Sender
        Date: {Date(At.AddSeconds(5))}
        Message-ID: <dsn-{MessageId}>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

        --b1
        Content-Type: text/plain; charset=us-ascii

        Your message could not be delivered.

        --b1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; out1.sender.test
        Arrival-Date: {Date(At.AddSeconds(-30))}

        Final-Recipient: rfc822; {Recipient}
        Action: {Action}
        Status: {Status}
        Remote-MTA: dns; {RemoteMta}{(RemoteIp is null ? "" : $" ({RemoteIp})")}
        Diagnostic-Code: smtp; {Reply}
        Last-Attempt-Date: {Date(At)}

        --b1
        Content-Type: text/rfc822-headers

        From: news@sender.test
        To: {Recipient}
        Subject: hello
        Message-ID: <{MessageId}>
        Date: {Date(At.AddSeconds(-40))}

        --b1--

        """;

    private static string Date(DateTimeOffset at) => at.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000";
}
