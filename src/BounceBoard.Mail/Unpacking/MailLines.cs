namespace BounceBoard.Mail.Unpacking;

/// <summary>What the first lines of a mail (RFC 5322) and of a mail folder (RFC 4155) look like.</summary>
internal static class MailLines
{
    private static readonly string[] Known =
    [
        "Received", "Return-Path", "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type",
        "Delivered-To", "X-Original-To", "Reply-To", "Cc", "Sender", "Auto-Submitted", "X-Failed-Recipients",
    ];

    /// <summary>The line that begins a mail in an mbox file: <c>From MAILER-DAEMON Thu Feb 12 10:00:01 2026</c>.</summary>
    public static bool IsMboxMark(string line) =>
        line.StartsWith("From ", StringComparison.Ordinal) || line.StartsWith(">From ", StringComparison.Ordinal);

    public static bool IsHeader(string line) => IsHeader(line.AsSpan());

    public static bool IsHeader(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        if (colon <= 0 || colon > 76)
        {
            return false;
        }
        var name = line[..colon].TrimEnd();
        return name.Length > 0 && !name.ContainsAnyExceptInRange('!', '~');
    }

    /// <summary>The first lines are header lines, and one of them is a field that every mail has.</summary>
    public static bool IsMail(List<string> lines) =>
        lines.Take(3).Any(IsHeader) && lines.Any(IsKnown);

    /// <summary>Lines that suffice for <see cref="IsSurelyMail"/>.</summary>
    public const int Enough = 16;

    /// <summary>
    /// Nothing but a mail begins with three header lines, folds (RFC 5322 section 2.2.3) left out: lines of logs have a space before their first colon,
    /// sessions have marks.
    /// </summary>
    public static bool IsSurelyMail(List<string> lines)
    {
        var headers = 0;
        for (var i = 0; i < lines.Count && headers < 3; i++)
        {
            if (!IsHeader(lines[i]) && (i == 0 || lines[i][0] is not (' ' or '\t')))
            {
                return false;
            }
            headers += IsHeader(lines[i]) ? 1 : 0;
        }
        return headers == 3 && lines.Count > 3 && lines.Exists(IsKnown);
    }

    private static bool IsKnown(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Known.Contains(line[..colon].TrimEnd(), StringComparer.OrdinalIgnoreCase);
    }
}
