using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.LooseBounces;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Forms;

/// <summary>Digital Arts m-FILTER: the reply, the command that it answered, and the returned header, each under a line of its own.</summary>
internal sealed class MFilterForm : IBounceForm
{
    private const string Reply = "-------server message", Command = "-------SMTP command", Original = "-------original mail info";

    public string? Dialect => "m-filter";

    public IReadOnlyList<LooseEntry>? Read(ReceivedMail mail)
    {
        var lines = mail.Lines;
        var said = Under(lines, Reply);
        var to = Under(lines, Original).Find(line => line.StartsWith("To:", StringComparison.OrdinalIgnoreCase));
        var words = SmtpReply.Collapsed(string.Join(' ', said));
        var recipient = FormLines.AddressIn(words) ?? FormLines.AddressIn(to ?? "") ?? FormLines.AddressIn(mail.Returned.To ?? "");
        return recipient is null || words.Length == 0 ? null : [new LooseEntry(recipient, words) { Stage = Stage(Under(lines, Command)) }];
    }

    private static List<string> Under(List<string> lines, string heading)
    {
        var at = lines.FindIndex(line => line.StartsWith(heading, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? [] : [.. lines.Skip(at + 1).TakeWhile(line => !line.StartsWith("-------", StringComparison.Ordinal)).Where(line => line.Length > 0)];
    }

    private static SmtpStage? Stage(List<string> command) => command.Count == 0 ? null : command[0].ToUpperInvariant() switch
    {
        ['R', 'C', 'P', 'T', ..] => SmtpStage.RcptTo,
        ['M', 'A', 'I', 'L', ..] => SmtpStage.MailFrom,
        ['D', 'A', 'T', 'A', ..] => SmtpStage.EndOfData,
        ['E' or 'H', _, 'L', 'O', ..] => SmtpStage.Ehlo,
        _ => null,
    };
}
