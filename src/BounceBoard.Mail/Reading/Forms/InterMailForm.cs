using BounceBoard.Mail.Reading.LooseBounces;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Forms;

/// <summary>InterMail (Openwave), which carriers and access providers run: the reason with the server that does not answer, and below it the recipients.</summary>
internal sealed class InterMailForm : IBounceForm
{
    private const string Reason = "due to the following reason:", Recipients = "The following recipients did not receive", End = "Please reply to";

    public string? Dialect => null;

    public IReadOnlyList<LooseEntry>? Read(ReceivedMail mail)
    {
        var lines = mail.Lines;
        var reason = lines.FindIndex(line => line.EndsWith(Reason, StringComparison.OrdinalIgnoreCase));
        var listed = reason < 0 ? -1 : lines.FindIndex(reason, line => line.StartsWith(Recipients, StringComparison.OrdinalIgnoreCase));
        if (listed < 0)
        {
            return null;
        }
        var words = SmtpReply.Collapsed(string.Join(' ', lines.GetRange(reason + 1, listed - reason - 1)));
        var entries = lines.Skip(listed + 1).TakeWhile(line => !line.StartsWith(End, StringComparison.OrdinalIgnoreCase))
            .Select(line => FormLines.AddressIn(line)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(100).Select(recipient => new LooseEntry(recipient, words)).ToList();
        return entries.Count == 0 ? null : entries;
    }
}
