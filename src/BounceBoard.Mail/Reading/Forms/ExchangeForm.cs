using BounceBoard.Mail.Reading.Dsn;
using BounceBoard.Mail.Reading.LooseBounces;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Forms;

/// <summary>
/// Exchange since 2007, in any language, where the machine-readable part is lost. The words are translated; the block for administrators is the same
/// everywhere: the address, and below it <c>mx1.example.net #550 5.7.1 … ##</c> or <c>Remote Server returned '550 5.7.1 …'</c>.
/// </summary>
internal sealed class ExchangeForm : IBounceForm
{
    private const string Returned = "Remote Server returned '";

    /// <summary>Lines between an address and its answer: the server's name, and the folds of a long answer.</summary>
    private const int Near = 4;

    public string? Dialect => null;

    public IReadOnlyList<LooseEntry>? Read(ReceivedMail mail)
    {
        if (!Automatic.IsReport(mail))
        {
            return null;
        }
        var lines = mail.Lines;
        var entries = new List<LooseEntry>();
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].IndexOf('@', StringComparison.Ordinal) > 0 && lines[i][0] != '<' && !lines[i].Contains(' ', StringComparison.Ordinal) && FormLines.AddressIn(lines[i]) is { } recipient
                && Answer(lines, i + 1) is { } answer && !entries.Exists(entry => entry.Recipient == recipient))
            {
                entries.Add(new LooseEntry(recipient, answer.Words) { Host = answer.Host });
            }
        }
        return entries.Count == 0 ? null : entries;
    }

    private static (string Words, RemoteHost? Host)? Answer(List<string> lines, int first)
    {
        var near = lines.Skip(first).Take(Near).TakeWhile(line => line.Length > 0).ToList();
        var text = SmtpReply.Collapsed(string.Join(' ', near));
        var at = text.IndexOf(Returned, StringComparison.OrdinalIgnoreCase);
        if (at >= 0)
        {
            return (text[at..], Named(text[..at]));
        }
        at = text.IndexOf('#', StringComparison.Ordinal);
        // "#550 5.1.1 …##" and "#< #5.7.1 smtp;550 5.7.1 …> #SMTP#"; other words may hold the sign too.
        if (at < 0 || at + 1 >= text.Length || !(char.IsAsciiDigit(text[at + 1]) || text[at + 1] is '<' or ' ') || !IsHostOrNothing(text.AsSpan(0, at)))
        {
            return null;
        }
        var end = text.IndexOf("##", at + 1, StringComparison.Ordinal) is >= 0 and var mark ? mark : text.IndexOf("#SMTP#", at + 1, StringComparison.Ordinal);
        var words = (end < 0 ? text[(at + 1)..] : text[(at + 1)..end]).Trim(' ', '#', '<', '>');
        return (words, Named(text[..at]));
    }

    // "550 #5.1.0 Address rejected" is another server's reply.
    private static bool IsHostOrNothing(ReadOnlySpan<char> before)
    {
        before = before.Trim(" <");
        return before.IsEmpty || (!before.Contains(' ') && RemoteHost.HostName(before) is not null);
    }

    private static RemoteHost? Named(string text) => RemoteHost.Read(text.AsSpan().TrimEnd().TrimEnd("<"));
}
