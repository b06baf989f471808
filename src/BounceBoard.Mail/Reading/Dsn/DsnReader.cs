using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Dialects;
using BounceBoard.Mail.Reading.Mails;

namespace BounceBoard.Mail.Reading.Dsn;

/// <summary>Reads delivery status notifications (RFC 3464, RFC 6533), also where the parts are labelled wrongly, attached or forwarded.</summary>
internal sealed class DsnReader : IBounceReader
{
    /// <summary>A gateway attaches the report of the server behind it; deeper chains than this are not read.</summary>
    private const int MostAttached = 3;

    public string Format => "dsn";

    public IReadOnlyList<BounceReport>? Read(ReadingInput input) => Read(input.Mail, 0, input.Item.Content, input.ReceivedAt);

    private static IReadOnlyList<BounceReport>? Read(ReceivedMail? mail, int depth, ReadOnlyMemory<byte> raw, DateTimeOffset receivedAt)
    {
        for (; mail is not null && depth <= MostAttached; depth++)
        {
            if (StatusText(mail) is { } text && StatusGroups.Read(text) is { Recipients.Count: > 0 } groups)
            {
                var (report, human, inside) = (mail, new HumanWords(mail.Human), depth + 1);
                var way = new DsnWay(report, () => Read(report.Attached(), inside, raw, receivedAt) ?? []);
                var dialect = DialectNames.Of(report, groups.Message, groups.Recipients[0]);
                var broken = depth == 0 ? CutReport.Problem(mail, raw.Span) : null;
                return
                [
                    .. groups.Recipients.Select(group =>
                        DsnRecipient.Read(report, human, groups, group, receivedAt, way) with { Dialect = dialect, Error = broken }),
                ];
            }
            mail = mail.Attached();
        }
        return null;
    }

    private static string? StatusText(ReceivedMail mail)
    {
        // A person may quote such fields in a mail; an automatic report does not stand alone with them.
        var isReport = Automatic.IsReport(mail);
        if (!isReport && !mail.HasStatusPart)
        {
            return null;
        }
        if (mail.Parts.FirstOrDefault(part => part.Type.EndsWith("delivery-status", StringComparison.Ordinal) && StatusWords.IsStatus(part.Text)) is { } labelled)
        {
            return labelled.Text;
        }
        if (!isReport)
        {
            return null;
        }
        return (mail.Parts.FirstOrDefault(part => StatusWords.IsStatus(part.Text)) is { } unlabelled ? unlabelled.Text : null)
            // Forwarded by a person: each line has a ">" in front.
            ?? mail.Parts.Select(part => StatusWords.Unquoted(part.Text)).FirstOrDefault(text => text is not null && StatusWords.IsStatus(text));
    }
}
