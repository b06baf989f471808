using System.Globalization;
using System.Text;

namespace BounceBoard.Benchmarks.Samples;

/// <summary>A Postfix log as a busy relay writes it: five lines a message, one in ten refused.</summary>
internal static class PostfixLog
{
    public const int LinesPerMessage = 5;
    private const int RefusedEvery = 10;

    public static byte[] Write(int messages)
    {
        using var log = new MemoryStream(messages * 700);
        Write(log, messages, RefusedEvery);
        return log.ToArray();
    }

    /// <param name="refusedEvery">One message in this many is refused.</param>
    /// <param name="first">Number of the first message: later pieces of one log go on with it.</param>
    public static void Write(Stream log, int messages, int refusedEvery, int first = 0)
    {
        var start = new DateTimeOffset(2026, 5, 16, 7, 0, 0, TimeSpan.Zero);
        var lines = new StringBuilder();
        for (var index = first; index < first + messages; index++)
        {
            var stamp = start.AddMilliseconds(index * 20L).ToString("MMM dd HH:mm:ss", CultureInfo.InvariantCulture);
            Append(lines, index, stamp, index % refusedEvery == 0);
            log.Write(Encoding.ASCII.GetBytes(lines.ToString()));
            lines.Clear();
        }
    }

    private static void Append(StringBuilder log, int index, string stamp, bool isRefused)
    {
        var queue = (0x4F00000000 + index).ToString("X", CultureInfo.InvariantCulture);
        var domain = $"receiver{index % 500}.example";
        var relay = $"mx1.{domain}[198.51.100.{index % 250}]:25";
        var outcome = isRefused
            ? $"dsn=5.1.1, status=bounced (host mx1.{domain}[198.51.100.{index % 250}] said: 550 5.1.1 <person{index}@{domain}>: user unknown (in reply to RCPT TO command))"
            : "dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 9B1C2D)";
        log.Append(CultureInfo.InvariantCulture, $"{stamp} out1 postfix/smtpd[811]: {queue}: client=app1.sender.test[192.0.2.15]\n");
        log.Append(CultureInfo.InvariantCulture, $"{stamp} out1 postfix/cleanup[812]: {queue}: message-id=<{index}.1@sender.test>\n");
        log.Append(CultureInfo.InvariantCulture, $"{stamp} out1 postfix/qmgr[813]: {queue}: from=<bounce+{index}@sender.test>, size=4711, nrcpt=1 (queue active)\n");
        log.Append(CultureInfo.InvariantCulture, $"{stamp} out1 postfix/smtp[814]: {queue}: to=<person{index}@{domain}>, relay={relay}, delay=0.9, delays=0.1/0/0.3/0.5, {outcome}\n");
        log.Append(CultureInfo.InvariantCulture, $"{stamp} out1 postfix/qmgr[813]: {queue}: removed\n");
    }
}
