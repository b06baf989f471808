using BounceBoard.Mail.Reading.Dsn;
using BounceBoard.Mail.Reading.LooseBounces;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Forms;

/// <summary>Small servers: a single sentence with the address at its end, <c>User's mailbox is full: &lt;user@example.net&gt;</c>, and no reply.</summary>
internal sealed class QuotedAddressForm : IBounceForm
{
    public string? Dialect => null;

    public IReadOnlyList<LooseEntry>? Read(ReceivedMail mail)
    {
        if (!Automatic.IsFromMailSystem(mail))
        {
            return null;
        }
        var lines = mail.Lines.Where(line => line.Length > 0).ToList();
        // Only a report that says hardly anything else: longer ones have their addresses at a line's beginning.
        if (lines.Count is 0 or > 6)
        {
            return null;
        }
        var named = lines.Select((line, i) => (Line: line, Index: i)).Where(item => item.Line.EndsWith('>') && IsSentence(item.Line)).ToList();
        var entries = named.Select(item => FormLines.AddressIn(item.Line) is { } recipient ? new LooseEntry(recipient, SmtpReply.Collapsed(string.Join(' ', lines))) : null)
            .OfType<LooseEntry>().ToList();
        return entries.Count == 0 ? null : entries;
    }

    // "Return-Path: <a@example.com>" is a header of the returned mail and no sentence.
    private static bool IsSentence(string line) => line.IndexOf(": <", StringComparison.Ordinal) is > 0 and var colon && line.AsSpan(0, colon).Contains(' ');
}
