using System.Globalization;
using System.Text;

namespace BounceBoard.TestKit.Evidence;

/// <summary>A Postfix log, written message by message.</summary>
public sealed class SampleLog
{
    private readonly StringBuilder _text = new();
    private int _queue = 0x4424441E;

    public SampleLog Refused(
        DateTimeOffset at, string recipient, string messageId = "m1@sender.test", string relay = "mx1.example.test[198.51.100.7]:25",
        string dsn = "5.7.1", string said = "550 5.7.1 Relaying denied")
    {
        var host = relay[..relay.IndexOf(']')] + "]";
        return Message(at, recipient, messageId, relay, dsn, dsn[0] == '4' ? "deferred" : "bounced", $"host {host} said: {said} (in reply to RCPT TO command)");
    }

    public SampleLog Delivered(
        DateTimeOffset at, string recipient, string messageId = "d1@sender.test", string relay = "mx1.example.test[198.51.100.7]:25") =>
        Message(at, recipient, messageId, relay, "2.0.0", "sent", "250 2.0.0 Ok: queued");

    public byte[] ToBytes() => Encoding.ASCII.GetBytes(_text.ToString());

    private SampleLog Message(DateTimeOffset at, string recipient, string messageId, string relay, string dsn, string status, string words)
    {
        var id = (++_queue).ToString("X8", CultureInfo.InvariantCulture);
        var time = at.ToString("MMM dd HH:mm:ss", CultureInfo.InvariantCulture);
        _text.Append(CultureInfo.InvariantCulture, $"{time} out1 postfix/cleanup[100]: {id}: message-id=<{messageId}>\n");
        _text.Append(CultureInfo.InvariantCulture, $"{time} out1 postfix/qmgr[101]: {id}: from=<news@sender.test>, size=1000, nrcpt=1 (queue active)\n");
        _text.Append(
            CultureInfo.InvariantCulture,
            $"{time} out1 postfix/smtp[102]: {id}: to=<{recipient}>, relay={relay}, delay=0.5, delays=0.1/0/0.2/0.2, dsn={dsn}, status={status} ({words})\n");
        _text.Append(CultureInfo.InvariantCulture, $"{time} out1 postfix/qmgr[101]: {id}: removed\n");
        return this;
    }
}
