using BounceBoard.Mail.Reading.LooseBounces;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Forms;

/// <summary>MDaemon: the address that failed, and the session line by line with times in front; the refusal is the last reply of the other side that is no success.</summary>
internal sealed class MDaemonForm : IBounceForm
{
    private const string Begin = "--- Session Transcript ---", End = "--- End Transcript ---", Theirs = "<-- ", Ours = "--> ";

    public string? Dialect => "mdaemon";

    public IReadOnlyList<LooseEntry>? Read(ReceivedMail mail)
    {
        var lines = mail.Lines;
        var at = lines.FindIndex(line => line.StartsWith(Begin, StringComparison.OrdinalIgnoreCase));
        if (at < 0)
        {
            return null;
        }
        var session = lines.Skip(at + 1).TakeWhile(line => !line.StartsWith(End, StringComparison.OrdinalIgnoreCase)).ToList();
        var refused = session.FindLastIndex(line => Said(line, Theirs) is { } said && SmtpReply.CodeAt(said) is not null);
        var asked = refused < 0 ? -1 : session.FindLastIndex(refused, line => Said(line, Ours) is not null);
        var recipient = lines.Where(line => line.StartsWith("Failed address:", StringComparison.OrdinalIgnoreCase)).Select(line => FormLines.AddressIn(line)).FirstOrDefault()
            ?? session.Where(line => line.Contains("*  To:", StringComparison.OrdinalIgnoreCase)).Select(line => FormLines.AddressIn(line)).FirstOrDefault();
        if (recipient is null)
        {
            return null;
        }
        var host = session.Select(RemoteHost.FindIn).FirstOrDefault(found => found?.Ip is not null);
        var words = refused < 0 ? "" : string.Join(' ', session.Skip(asked + 1).Take(refused - asked).Select(line => Said(line, Theirs)).OfType<string>());
        return [new LooseEntry(recipient, words) { Host = host, Stage = asked < 0 ? null : StageWords.Find(">>> " + Said(session[asked], Ours)) }];
    }

    private static string? Said(string line, string mark) =>
        line.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? line[(at + mark.Length)..].Trim() : null;
}
