using System.Globalization;
using System.Text;

namespace BounceBoard.Operations.Tenants;

/// <summary>Writes the sample's delivery log in the form of Postfix, so that it takes the same way in as a real one.</summary>
internal sealed class DemoLog
{
    private readonly StringBuilder _text = new();
    private int _message;

    public DemoLog Refused(DateTimeOffset at, string recipient, string relay, string dsn, string reply)
    {
        var host = relay[..(relay.IndexOf(']', StringComparison.Ordinal) + 1)];
        return Attempt(at, recipient, relay, dsn, "bounced", $"host {host} said: {reply} (in reply to RCPT TO command)");
    }

    /// <summary>Postfix itself gave up, without talking to any server.</summary>
    public DemoLog Undeliverable(DateTimeOffset at, string recipient, string dsn, string words) =>
        Attempt(at, recipient, "none", dsn, "bounced", words);

    public DemoLog Delivered(DateTimeOffset at, string recipient, string relay) =>
        Attempt(at, recipient, relay, "2.0.0", "sent", "250 2.0.0 Ok: queued");

    public byte[] ToBytes() => Encoding.ASCII.GetBytes(_text.ToString());

    private DemoLog Attempt(DateTimeOffset at, string recipient, string relay, string dsn, string status, string words)
    {
        var queue = (0x5A000000 + ++_message).ToString("X", CultureInfo.InvariantCulture);
        var time = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture) + "+00:00";
        Line($"{time} out1 postfix/cleanup[310]: {queue}: message-id=<demo-{_message}@sender.example>");
        Line($"{time} out1 postfix/qmgr[311]: {queue}: from=<news@sender.example>, size=4312, nrcpt=1 (queue active)");
        Line($"{time} out1 postfix/smtp[312]: {queue}: to=<{recipient}>, relay={relay}, delay=0.6, delays=0.1/0/0.3/0.2, dsn={dsn}, status={status} ({words})");
        Line($"{time} out1 postfix/qmgr[311]: {queue}: removed");
        return this;
    }

    private void Line(string text) => _text.Append(text).Append('\n');
}
