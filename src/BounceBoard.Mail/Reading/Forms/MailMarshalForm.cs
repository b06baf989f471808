using BounceBoard.Mail.Reading.LooseBounces;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Forms;

/// <summary>MailMarshal: the reply first, then the addresses it holds for, then fields of its own in angle brackets.</summary>
internal sealed class MailMarshalForm : IBounceForm
{
    private const string Because = "Could not be delivered because of", Affected = "The following recipients were affected", Rest = "Additional Information";

    public string? Dialect => "mailmarshal";

    public IReadOnlyList<LooseEntry>? Read(ReceivedMail mail)
    {
        var lines = mail.Lines;
        var because = lines.FindIndex(line => line.StartsWith(Because, StringComparison.OrdinalIgnoreCase));
        var affected = because < 0 ? -1 : lines.FindIndex(because, line => line.StartsWith(Affected, StringComparison.OrdinalIgnoreCase));
        if (affected < 0)
        {
            return null;
        }
        var words = SmtpReply.Collapsed(string.Join(' ', lines.GetRange(because + 1, affected - because - 1)));
        // "Remote-MTA: <198.51.100.7>"
        var host = lines.Skip(affected).FirstOrDefault(line => line.StartsWith("Remote-MTA:", StringComparison.OrdinalIgnoreCase)) is { } field
            ? RemoteHost.Read(field.AsSpan("Remote-MTA:".Length).Trim(" <>"))
            : null;
        var recipients = lines.Skip(affected + 1).TakeWhile(line => !line.StartsWith(Rest, StringComparison.OrdinalIgnoreCase) && !line.StartsWith("===", StringComparison.Ordinal))
            .Select(line => FormLines.AddressIn(line)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase);
        var entries = recipients.Select(recipient => new LooseEntry(recipient, words) { Host = host }).ToList();
        return entries.Count == 0 ? null : entries;
    }
}
