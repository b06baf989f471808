namespace BounceBoard.Mail.Unpacking;

/// <summary>What a pasted SMTP session looks like: telnet, swaks, openssl s_client, a mail program's debug log, or commands and replies alone.</summary>
internal static class TranscriptLines
{
    private static readonly string[] Marks =
    [
        ">>> ", "<<< ", "C: ", "S: ", "-> ", "<- ", "<** ", "<~ ", "~> ", "<~* ", " -> ", " ~> ", "=== ", "*** ", "> ", "< ",
        "Client: ", "Server: ", "Trying ", "Connected to ", "Connecting to ", "Escape character is ", "CLIENT -> SERVER", "SERVER -> CLIENT",
    ];

    private static readonly string[] Commands = ["EHLO ", "HELO ", "MAIL FROM:", "RCPT TO:", "STARTTLS", "AUTH ", "DATA", "QUIT", "RSET", "LHLO "];

    /// <summary>One of the first lines is marked as said by a side or greets, and one holds a command or a reply.</summary>
    public static bool IsTranscript(List<string> lines)
    {
        var marked = lines.Take(8).Any(line => Marks.Any(mark => line.StartsWith(mark, StringComparison.OrdinalIgnoreCase)) || IsReply(line))
            || IsCommand(lines[0]);
        return marked && lines.Any(line => IsCommand(Said(line)) || IsReply(Said(line))) && !lines.Take(3).All(MailLines.IsHeader);
    }

    public static bool HoldsReply(List<string> lines) => lines.Any(line => IsReply(Said(line)) && line.TrimStart()[0] is '4' or '5');

    /// <summary>A reply line (RFC 5321 §4.2): three digits, then a space, a hyphen or the end.</summary>
    public static bool IsReply(string line)
    {
        var text = line.AsSpan().TrimStart();
        return text.Length >= 3 && text[0] is >= '2' and <= '5' && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2])
            && (text.Length == 3 || (text[3] is ' ' or '-' && text.Length > 4));
    }

    public static bool IsCommand(string line) =>
        Commands.Any(command => line.TrimStart().StartsWith(command, StringComparison.OrdinalIgnoreCase));

    /// <summary>The line without the mark that says which side said it.</summary>
    private static string Said(string line)
    {
        var text = line.Trim();
        var mark = Marks.FirstOrDefault(m => text.StartsWith(m.TrimStart(), StringComparison.OrdinalIgnoreCase));
        return mark is null ? text : text[mark.TrimStart().Length..].TrimStart();
    }
}
