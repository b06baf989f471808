using BounceBoard.Mail.Reading.LooseBounces;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Forms;

/// <summary>DragonFly Mail Agent: one recipient, named in the first sentence; then the server with its address, the refused command, and the reply.</summary>
internal sealed class DragonFlyForm : IBounceForm
{
    private const string Mark = "This is the DragonFly Mail Agent";

    public string? Dialect => "dragonfly";

    public IReadOnlyList<LooseEntry>? Read(ReceivedMail mail)
    {
        var lines = mail.Lines;
        var begin = lines.FindIndex(line => line.StartsWith(Mark, StringComparison.OrdinalIgnoreCase));
        var named = begin < 0 ? -1 : lines.FindIndex(begin, line => line.StartsWith("There was an error delivering", StringComparison.OrdinalIgnoreCase));
        if (named < 0 || FormLines.AddressIn(lines[named]) is not { } recipient)
        {
            return null;
        }
        var said = lines.Skip(named + 1).TakeWhile(line => !(line.EndsWith(" follow.", StringComparison.OrdinalIgnoreCase) || line.EndsWith(" follows.", StringComparison.OrdinalIgnoreCase)));
        return [new LooseEntry(recipient, SmtpReply.Collapsed(string.Join(' ', said)))];
    }
}
