using BounceBoard.Mail.Reading.LooseBounces;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Forms;

/// <summary>
/// A server whose name is not known: <c>SMTP Server &lt;mx1.example.net&gt; rejected recipient &lt;address&gt;</c>, the command, and the reply in square brackets.
/// </summary>
internal sealed class RejectedRecipientForm : IBounceForm
{
    private const string Server = "SMTP Server <", Rejected = "rejected recipient <", Responded = "responded as follows: [";

    public string? Dialect => "x6";

    public IReadOnlyList<LooseEntry>? Read(ReceivedMail mail)
    {
        var entries = new List<LooseEntry>();
        var lines = mail.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].StartsWith(Server, StringComparison.OrdinalIgnoreCase))
            {
                var text = SmtpReply.Collapsed(string.Join(' ', lines.Skip(i).Take(10).TakeWhile((line, n) => line.Length > 0 && (n == 0 || !line.StartsWith(Server, StringComparison.OrdinalIgnoreCase)))));
                var named = text.IndexOf(Rejected, StringComparison.OrdinalIgnoreCase);
                var reply = text.IndexOf(Responded, StringComparison.OrdinalIgnoreCase);
                if (named > 0 && reply > named && FormLines.AddressIn(text.AsSpan(named)) is { } recipient)
                {
                    var words = text[(reply + Responded.Length)..];
                    var close = words.LastIndexOf(']');
                    entries.Add(new LooseEntry(recipient, close < 0 ? words : words[..close]) { Host = RemoteHost.FindIn(text[..named]), Stage = StageWords.Find(text) });
                }
            }
        }
        return entries.Count == 0 ? null : entries;
    }
}
