using BounceBoard.Mail.Unpacking;

namespace BounceBoard.Mail.Reading.Transcript;

/// <summary>One line of a pasted session and who said it.</summary>
internal sealed record SessionLine(Speaker Speaker, string Text)
{
    // The longer mark before the shorter one that it begins with.
    private static readonly (string Mark, Speaker Speaker)[] Marks =
    [
        ("CLIENT -> SERVER:", Speaker.Client), ("SERVER -> CLIENT:", Speaker.Server), ("Client:", Speaker.Client), ("Server:", Speaker.Server),
        ("send: '", Speaker.Client), ("send: b'", Speaker.Client), ("reply: b'", Speaker.Server), ("reply: '", Speaker.Server),
        ("<<< ", Speaker.Server), (">>> ", Speaker.Client), ("<** ", Speaker.Server), ("<~* ", Speaker.Server), ("<~ ", Speaker.Server),
        ("<- ", Speaker.Server), ("-> ", Speaker.Client), ("~> ", Speaker.Client), ("*> ", Speaker.Client), ("=> ", Speaker.Client),
        ("=== ", Speaker.Note), ("*** ", Speaker.Note), ("C: ", Speaker.Client), ("S: ", Speaker.Server), ("> ", Speaker.Client), ("< ", Speaker.Server),
    ];

    /// <param name="inData">The message itself is being sent: lines without a mark are its lines.</param>
    public static SessionLine Of(string raw, bool inData)
    {
        var text = raw.Trim();
        foreach (var (mark, speaker) in Marks)
        {
            if (text.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                return new SessionLine(speaker, Unquoted(text[mark.Length..].Trim()));
            }
        }
        if (inData && text != ".")
        {
            return new SessionLine(Speaker.Note, "");
        }
        return TranscriptLines.IsReply(text) ? new SessionLine(Speaker.Server, text)
            : TranscriptLines.IsCommand(text) || text == "." ? new SessionLine(Speaker.Client, text)
            : new SessionLine(Speaker.Note, text);
    }

    // Python's smtplib prints literals: 'ehlo me\r\n'.
    private static string Unquoted(string text)
    {
        var end = text.IndexOf("\\r\\n", StringComparison.Ordinal);
        return end < 0 ? text.TrimEnd('\'') : text[..end];
    }
}
