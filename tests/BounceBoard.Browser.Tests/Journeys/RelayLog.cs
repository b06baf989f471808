using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BounceBoard.TestKit.Smtp;

namespace BounceBoard.Browser.Tests.Journeys;

/// <summary>What the relay's Postfix would log of the mails that it was handed.</summary>
internal static partial class RelayLog
{
    private const string Relay = "mx1.bigmail-servers.test[198.51.100.51]:25";

    /// <param name="domain">Mails to others, tests of the route for example, are left out.</param>
    /// <param name="status">For example <c>dsn=2.0.0, status=sent (250 2.0.0 Ok)</c>.</param>
    public static byte[] Of(SmtpSink sink, string domain, Func<string, string> status)
    {
        var recipients = sink.Commands.Select(line => Recipient().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value);
        var log = new StringBuilder();
        foreach (var ((recipient, mail), index) in recipients.Zip(sink.Mails).Where(pair => pair.First.EndsWith("@" + domain, StringComparison.Ordinal)).Select((pair, index) => (pair, index)))
        {
            var queue = (0x6B000000 + index).ToString("X", CultureInfo.InvariantCulture);
            var time = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture) + "+00:00";
            var id = MessageId().Match(mail).Groups[1].Value;
            log.Append(CultureInfo.InvariantCulture, $"{time} relay postfix/cleanup[310]: {queue}: message-id=<{id}>\n");
            log.Append(CultureInfo.InvariantCulture, $"{time} relay postfix/qmgr[311]: {queue}: from=<news@sender.example>, size=4312, nrcpt=1 (queue active)\n");
            log.Append(CultureInfo.InvariantCulture, $"{time} relay postfix/smtp[312]: {queue}: to=<{recipient}>, relay={Relay}, delay=0.6, delays=0.1/0/0.3/0.2, {status(recipient)}\n");
            log.Append(CultureInfo.InvariantCulture, $"{time} relay postfix/qmgr[311]: {queue}: removed\n");
        }
        return Encoding.ASCII.GetBytes(log.ToString());
    }

    [GeneratedRegex("^RCPT TO:<([^>]+)>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Recipient();

    [GeneratedRegex("^Message-I[dD]: <([^>]+)>", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex MessageId();
}
