using BounceBoard.Core.Addresses;
using BounceBoard.Mail.Reading.Dsn;
using BounceBoard.Mail.Reading.Forms;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;
using MimeKit;

namespace BounceBoard.Mail.Reading.LooseBounces;

/// <summary>Finds recipients in the words of a bounce: the header that names them, lines that begin with an address, or the returned mail's own addressee.</summary>
internal static class LooseEntries
{
    private const int MostRecipients = 500;

    private static readonly string[] Ends =
    [
        "original message", "copy of your message", "copy of the message", "this is a copy", "unsent message", "message header follows", "returned message",
        "below this line", "original header", "message headers", "beginning of the original", "the body of the message",
    ];

    public static IReadOnlyList<LooseEntry> Find(ReceivedMail mail)
    {
        var lines = Own(mail.Human);
        var named = (mail.Header("X-Failed-Recipients") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var starts = Starts(lines, mail.Message.To.Mailboxes.Select(mailbox => mailbox.Address).ToHashSet(StringComparer.OrdinalIgnoreCase));
        var all = SmtpReply.Collapsed(string.Join('\n', lines));
        if (starts.Count == 0)
        {
            var stated = named.Length > 0 ? named : Inside(lines, mail) is { } inside ? [inside] : Array.Empty<string>();
            var recipients = stated.Length > 0 ? stated : Returned(mail);
            return recipients.Count > 0
                ? [.. recipients.Select(recipient => new LooseEntry(recipient, all) { IsDerived = stated.Length == 0, Reply = Reply(lines) })]
                : SmtpReply.CodeOf(all) is null ? [] : [new LooseEntry(null, all)];
        }
        return Entries(lines, starts, all);
    }

    private static List<LooseEntry> Entries(List<string> lines, List<(int Line, string Address)> starts, string all)
    {
        var entries = new List<LooseEntry>();
        // From the last to the first: in a list of addresses each takes the words that follow the list.
        LooseEntry? following = null;
        for (var i = starts.Count - 1; i >= 0; i--)
        {
            var end = i + 1 < starts.Count ? starts[i + 1].Line : lines.Count;
            var own = lines.GetRange(starts[i].Line, Math.Min(end - starts[i].Line, 60));
            var words = SmtpReply.Collapsed(string.Join('\n', own));
            if (words.Length > starts[i].Address.Length + 4)
            {
                following = new LooseEntry(starts[i].Address, words) { Reply = Reply(own) };
                entries.Add(following);
                continue;
            }
            // With no words behind it the list stands below the reason; what other recipients were told is not this one's.
            var about = About(lines, starts[i].Address);
            entries.Add(following is { } told && about is null ? told with { Recipient = starts[i].Address } : new LooseEntry(starts[i].Address, about ?? ""));
        }
        entries.Reverse();
        return following is not null ? entries : [.. entries.Select(entry => entry.Words.Length > 0 ? entry : entry with { Words = all, Reply = Reply(lines) })];
    }

    // "550 Unknown user user@example.net" on a line of its own, which nothing else marks as a reply.
    private static string? Reply(List<string> lines)
    {
        var at = lines.FindIndex(line => line.Length > 4 && SmtpReply.CodeAt(line) is not null);
        return at < 0 ? null : SmtpReply.Collapsed(string.Join(' ', lines.Skip(at).Take(20).TakeWhile(line => line.Length > 0)));
    }

    private static List<string> Own(string human)
    {
        var lines = human.ReplaceLineEndings("\n").Split('\n').Take(2000).Select(line => line.Trim()).ToList();
        var end = lines.FindIndex(line =>
            line.StartsWith("Received:", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Return-Path:", StringComparison.OrdinalIgnoreCase)
            || (line.StartsWith('-') && Ends.Any(words => line.Contains(words, StringComparison.OrdinalIgnoreCase))));
        return end < 0 ? lines : lines[..end];
    }

    private static List<(int Line, string Address)> Starts(List<string> lines, HashSet<string> addressees)
    {
        var found = new List<(int Line, string Address)>();
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < lines.Count && found.Count < MostRecipients; i++)
        {
            if (AddressAt(lines[i]) is { } address && !IsSender(lines, i) && (!addressees.Contains(address) || lines[i].EndsWith(">:", StringComparison.Ordinal)) && known.Add(address))
            {
                found.Add((i, address));
            }
        }
        return found;
    }

    // Exim: "A message sent by", and the sender on a line of its own.
    private static bool IsSender(List<string> lines, int at)
    {
        var before = lines.FindLastIndex(Math.Max(at - 1, 0), at > 0 ? Math.Min(at, 3) : 0, line => line.Length > 0);
        return before >= 0 && (lines[before].EndsWith("sent by", StringComparison.OrdinalIgnoreCase) || lines[before].EndsWith("that you sent as", StringComparison.OrdinalIgnoreCase));
    }

    // "<user@example.net>:", "user@example.net", "user@example.net: reason", "RCPT TO:<user@example.net>".
    private static string? AddressAt(string line)
    {
        var at = line.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0)
        {
            return null;
        }
        // Chinese and Japanese reports put a label and a full-width colon in front: the address is taken from there on.
        line = line[(line.LastIndexOf('\uff1a', at) + 1)..];
        var rcpt = line.IndexOf("RCPT TO:", StringComparison.OrdinalIgnoreCase);
        var text = (rcpt >= 0 ? line[(rcpt + "RCPT TO:".Length)..] : line).TrimStart('<', '>', ' ', '*', '"', '\'', '(');
        var end = text.IndexOfAny([' ', '>', ':', ',', ';', ')', '\t', '(', '"', '\'', '\u3000', '\uff09']);
        var candidate = (end < 0 ? text : text[..end]).TrimEnd('.', '>');
        return EmailAddress.TryParse(candidate, out var address) && address.Domain.Value.Contains('.', StringComparison.Ordinal) ? address.Value : null;
    }

    private static string? About(List<string> lines, string address)
    {
        var about = lines.Where(line => line.Contains(address, StringComparison.OrdinalIgnoreCase) && SmtpReply.CodeOf(line) is not null).Take(3).ToList();
        return about.Count == 0 ? null : SmtpReply.Collapsed(string.Join('\n', about));
    }

    // "Unable to deliver message to: <user@example.net> (and others)": the only address in the words that is not the sender's.
    private static string? Inside(List<string> lines, ReceivedMail mail)
    {
        var senders = mail.Message.To.Mailboxes.Concat(mail.Message.From.Mailboxes).Select(mailbox => mailbox.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = lines.Where(line => !line.StartsWith("Message-ID", StringComparison.OrdinalIgnoreCase)).Select(line => FormLines.AddressIn(line)).OfType<string>()
            .Where(address => !senders.Contains(address) && !address.StartsWith("postmaster@", StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase).Take(2).ToList();
        return found is [var only] ? only : null;
    }

    // A report that is attached to this mail was sent to the one whose mail bounced: that is no recipient.
    private static IReadOnlyList<string> Returned(ReceivedMail mail) =>
        !(mail.Attached() is { } inner && Automatic.IsFromMailSystem(inner)) && InternetAddressList.TryParse(mail.Returned.To ?? "", out var to) && to.Mailboxes.Take(2).ToList() is [var only] ? [only.Address] : [];
}
