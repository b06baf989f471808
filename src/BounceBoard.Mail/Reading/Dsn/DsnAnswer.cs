using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Dsn;

/// <summary>What the refusing server answered.</summary>
/// <param name="Words">What the category is found from: the reply, or the words for people when there is no reply.</param>
internal sealed record DsnAnswer(string? Status, int? Code, string? Text, string? Words, SmtpStage? Stage)
{
    /// <summary>As much of a reply in the words is kept; what follows are the words of the report.</summary>
    private const int MostPrinted = 600;

    /// <param name="dialogue">The replies of the printed session, see <see cref="HumanWords.Dialogue"/>.</param>
    public static DsnAnswer Read(StatusGroup group, string human, IReadOnlyList<string> dialogue)
    {
        var diagnostic = group.Untyped("Diagnostic-Code") is { } field ? Whole(SmtpReply.Unwrapped(SmtpReply.Collapsed(field)), dialogue) : null;
        var said = SmtpReply.Unwrapped(human);
        var hasSaid = !ReferenceEquals(said, human) && SmtpReply.CodeOf(said) is not null;
        // Postfix and others put the reply in Diagnostic-Code; a few put only a phrase there, or nothing, and the reply in the words.
        var text = diagnostic is not null && SmtpReply.CodeOf(diagnostic) is not null ? diagnostic : hasSaid ? said : Printed(human) ?? diagnostic ?? Noted(human);
        var code = text is null ? null : SmtpReply.CodeOf(text);
        var inText = (text is null ? null : EnhancedStatusCode.Find(text)) ?? EnhancedStatusCode.Find(group.Untyped("Diagnostic-Code") ?? "");
        var inField = group["Status"] is { } status ? EnhancedStatusCode.Find(status) : null;
        return new DsnAnswer(
            Chosen(inField, inText),
            code,
            text,
            text ?? human,
            StageWords.Find(group["Diagnostic-Code"] ?? "") ?? StageWords.Find(human));
    }

    // Sendmail keeps only the first line of a reply in Diagnostic-Code; the session that it prints has the others.
    private static string Whole(string reply, IReadOnlyList<string> dialogue)
    {
        if (reply.Length < 4 || reply[3] != '-')
        {
            return reply;
        }
        var start = dialogue.TakeWhile(line => !line.StartsWith(reply, StringComparison.Ordinal)).Count();
        return start == dialogue.Count
            ? reply
            : string.Join(' ', dialogue.Skip(start).TakeWhile((line, i) => i == 0 || (line.StartsWith(reply[..3], StringComparison.Ordinal) && i < 50)));
    }

    // OpenSMTPD writes "address: 550 5.7.1 …" for people only; Sendmail prints "550 5.1.2 <address>... Host unknown" of its own.
    private static string? Printed(string human) =>
        SmtpReply.IndexOfCode(human) is >= 0 and var at ? human[at..Math.Min(human.Length, at + MostPrinted)] : null;

    // Sendmail's own note on a recipient without any answer: "<user@example.net>... Deferred: Connection refused by mx.example.net."
    private static string? Noted(string human)
    {
        const string Dots = ">... ";
        var at = human.IndexOf(Dots, StringComparison.Ordinal);
        return at < 0 ? null : human[(at + Dots.Length)..Math.Min(human.Length, at + Dots.Length + MostPrinted)];
    }

    // "Status: 5.0.0" beside "550 5.7.1 …" is the sender's MTA not having looked; what the refusing server wrote itself counts.
    // "5.1.0" beside a field of 5.1.1 says less than the field does.
    private static string? Chosen(string? field, string? text) =>
        text is null || (field is not null && (EnhancedStatusCode.IsVague(text) || (text.EndsWith(".0", StringComparison.Ordinal) && field.StartsWith(text[..^1], StringComparison.Ordinal))))
            ? field
            : text;
}
