using BounceBoard.Mail.Reading.Dsn;
using BounceBoard.Mail.Reading.LooseBounces;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Forms;

/// <summary>
/// Exchange 5.5 to 2003, in any language: the recipient (its address, or only the name from the address book) with the time, a sentence, and
/// <c>&lt;server #5.7.1 smtp;550 …&gt;</c>. Of a name without an address only what the other server quotes tells who it was.
/// </summary>
internal sealed class Exchange2003Form : IBounceForm
{
    public string? Dialect => "exchange-2003";

    public IReadOnlyList<LooseEntry>? Read(ReceivedMail mail)
    {
        if (!Automatic.IsReport(mail))
        {
            return null;
        }
        var entries = new List<LooseEntry>();
        var own = new List<string>();
        foreach (var line in mail.Lines.TakeWhile(line => !line.StartsWith("Received:", StringComparison.OrdinalIgnoreCase)))
        {
            own.Add(line);
            if (line.EndsWith('>') && Code(own) is { } answer)
            {
                // The nearest line above that begins with an address names the recipient.
                var recipient = own.AsEnumerable().Reverse().Skip(1).Take(6).Select(Beginning).FirstOrDefault(address => address is not null) ?? FormLines.AddressIn(answer);
                entries.Add(new LooseEntry(recipient, answer));
                own.Clear();
            }
        }
        return entries.Count == 0 || entries.TrueForAll(entry => entry.Recipient is null) ? null : entries;
    }

    // "<srv.example.net #5.7.1 smtp;550 5.7.1 …>", which may be folded.
    private static string? Code(List<string> own)
    {
        var first = own.FindLastIndex(line => line.StartsWith('<') && line.Contains(" #", StringComparison.Ordinal));
        if (first < 0 || own.Count - first > 4)
        {
            return null;
        }
        var text = SmtpReply.Collapsed(string.Join(' ', own.Skip(first)));
        var at = text.IndexOf(" #", StringComparison.Ordinal) + 2;
        return at < text.Length - 1 && char.IsAsciiDigit(text[at]) && RemoteHost.HostName(text.AsSpan(1, at - 3)) is not null ? text[at..^1] : null;
    }

    private static string? Beginning(string line)
    {
        var word = line.AsSpan().TrimStart("'\"<");
        var end = word.IndexOfAny(" '\"<>");
        return line.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < (end < 0 ? line.Length : end + 2) ? FormLines.AddressIn(word) : null;
    }
}
