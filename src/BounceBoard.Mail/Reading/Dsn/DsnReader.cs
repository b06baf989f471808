using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Mails;

namespace BounceBoard.Mail.Reading.Dsn;

/// <summary>Reads delivery status notifications (RFC 3464, RFC 6533), also where the parts are labelled wrongly.</summary>
internal sealed class DsnReader : IBounceReader
{
    public string Format => "dsn";

    public IReadOnlyList<BounceReport>? Read(ReadingInput input)
    {
        if (input.Mail is not { } mail || StatusPart(mail) is not { } part)
        {
            return null;
        }
        var groups = StatusGroups.Read(part.Text);
        return groups.Recipients.Count == 0
            ? null
            : [.. groups.Recipients.Select(group => DsnRecipient.Read(mail, groups, group, input.ReceivedAt))];
    }

    private static MailPart? StatusPart(ReceivedMail mail) =>
        mail.Parts.FirstOrDefault(part => part.Type.EndsWith("delivery-status", StringComparison.Ordinal) && StatusWords.IsStatus(part.Text))
        // A person may quote such fields in a mail; an automatic report does not stand alone with them.
        ?? (Automatic.IsReport(mail) ? mail.Parts.FirstOrDefault(part => StatusWords.IsStatus(part.Text)) : null);
}
