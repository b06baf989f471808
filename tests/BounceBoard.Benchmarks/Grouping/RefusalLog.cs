using System.Globalization;
using System.Text;

namespace BounceBoard.Benchmarks.Grouping;

/// <summary>A Postfix log of refusals alone, two lines each.</summary>
internal static class RefusalLog
{
    private static readonly string[] Said =
    [
        "550 5.1.1 <{0}>: user unknown", "550 5.7.1 <{0}>: Relay access denied", "554 5.7.1 Message rejected as spam", "452 4.2.2 <{0}>: mailbox full",
    ];

    /// <param name="first">Number of the first refusal: later pieces of one log go on with it.</param>
    /// <param name="domains">Recipient domains, in turn, each with every kind of refusal in turn.</param>
    /// <param name="from">Time of the refusal of number 0.</param>
    /// <param name="apart">Time between two.</param>
    public static byte[] Write(int first, int count, IReadOnlyList<string> domains, DateTimeOffset from, TimeSpan apart)
    {
        var log = new StringBuilder(count * 400);
        for (var index = first; index < first + count; index++)
        {
            var at = from.AddTicks(apart.Ticks * index).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff+00:00", CultureInfo.InvariantCulture);
            var queue = (0x4F00000000 + index).ToString("X", CultureInfo.InvariantCulture);
            var domain = domains[index % domains.Count];
            var person = string.Create(CultureInfo.InvariantCulture, $"person{index}@{domain}");
            var said = string.Format(CultureInfo.InvariantCulture, Said[index / domains.Count % Said.Length], person);
            log.Append(CultureInfo.InvariantCulture, $"{at} out1 postfix/cleanup[812]: {queue}: message-id=<{index}.{domain}@sender.test>\n");
            log.Append(CultureInfo.InvariantCulture, $"{at} out1 postfix/smtp[814]: {queue}: to=<{person}>, relay=mx1.{domain}[198.51.100.7]:25, ");
            log.Append(CultureInfo.InvariantCulture, $"delay=0.9, delays=0.1/0/0.3/0.5, dsn={said.AsSpan(4, 5)}, status={(said[0] == '4' ? "deferred" : "bounced")} ");
            log.Append(CultureInfo.InvariantCulture, $"(host mx1.{domain}[198.51.100.7] said: {said} (in reply to RCPT TO command))\n");
        }
        return Encoding.ASCII.GetBytes(log.ToString());
    }
}
