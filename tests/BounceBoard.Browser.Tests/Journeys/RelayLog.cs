using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BounceBoard.TestKit.Smtp;

namespace BounceBoard.Browser.Tests.Journeys;

/// <summary>What the relay's Postfix would log of the mails that it was handed.</summary>
internal static partial class RelayLog
{
    /// <param name="domain">Mails to others, tests of the route for example, are left out.</param>
    /// <param name="mx">Where the relay brought them, <c>name[address]:port</c>.</param>
    /// <param name="said">For example <c>dsn=2.0.0, status=sent (250 2.0.0 Ok)</c>.</param>
    public static byte[] Of(SmtpSink sink, string domain, string mx, Func<string, string> said)
    {
        var recipients = sink.Commands.Select(line => Recipient().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value);
        var log = new StringBuilder();
        foreach (var (index, (recipient, mail)) in recipients.Zip(sink.Mails).Where(pair => pair.First.EndsWith("@" + domain, StringComparison.Ordinal)).Index())
        {
            log.Append(Attempt(DateTime.UtcNow, MessageId().Match(mail).Groups[1].Value, "news@sender.example", recipient, mx, said(recipient), 1000 + index));
        }
        return Encoding.ASCII.GetBytes(log.ToString());
    }

    /// <summary>The lines of one delivery.</summary>
    public static string Attempt(DateTime at, string messageId, string sender, string recipient, string mx, string said, int number)
    {
        var queue = (0x6B000000 + number).ToString("X", CultureInfo.InvariantCulture);
        var time = at.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture) + "+00:00";
        return $"""
            {time} relay postfix/cleanup[310]: {queue}: message-id=<{messageId}>
            {time} relay postfix/qmgr[311]: {queue}: from=<{sender}>, size=4312, nrcpt=1 (queue active)
            {time} relay postfix/smtp[312]: {queue}: to=<{recipient}>, relay={mx}, delay=0.6, delays=0.1/0/0.3/0.2, {said}
            {time} relay postfix/qmgr[311]: {queue}: removed

            """;
    }

    [GeneratedRegex("^RCPT TO:<([^>]+)>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Recipient();

    [GeneratedRegex("^Message-I[dD]: <([^>]+)>", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex MessageId();
}
