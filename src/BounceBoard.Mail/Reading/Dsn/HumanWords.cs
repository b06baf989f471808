using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Dsn;

/// <summary>Finds what the report's words for people say of one recipient.</summary>
internal static class HumanWords
{
    /// <summary>Longest text that is taken for one recipient.</summary>
    private const int Most = 16 * 1024;

    /// <summary>The paragraphs that name the recipient and the one after each; the whole text when there is only one recipient and nobody is named.</summary>
    public static string About(string human, string? recipient, string? original, int recipients)
    {
        var paragraphs = human.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        var about = new List<string>();
        for (var i = 0; i < paragraphs.Length; i++)
        {
            if (Names(paragraphs[i], recipient) || Names(paragraphs[i], original))
            {
                about.Add(Entry(paragraphs[i], recipient, original));
                // Some put the address on a line of its own and the reply below it.
                if (i + 1 < paragraphs.Length && recipients == 1)
                {
                    about.Add(paragraphs[i + 1]);
                }
            }
        }
        var text = about.Count > 0 || recipients > 1 ? string.Join('\n', about) : human;
        return SmtpReply.Collapsed(text.Length > Most ? text[..Most] : text);
    }

    /// <summary>The server's side of a session that the report prints (<c>&lt;&lt;&lt; 550-5.7.1 …</c>), line by line.</summary>
    public static IReadOnlyList<string> Dialogue(string human) =>
        [.. human.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("<<< ", StringComparison.Ordinal)).Select(line => SmtpReply.Collapsed(line[4..]))];

    private static bool Names(string paragraph, string? address) =>
        address is { Length: > 2 } && paragraph.Contains(address, StringComparison.OrdinalIgnoreCase);

    // Several entries may stand in one paragraph, each beginning with "<address>": only the recipient's own is taken.
    private static string Entry(string paragraph, string? recipient, string? original)
    {
        var lines = paragraph.Split('\n');
        var starts = lines.Count(line => line.StartsWith('<'));
        if (starts < 2)
        {
            return paragraph;
        }
        var own = false;
        var taken = new List<string>();
        foreach (var line in lines)
        {
            own = line.StartsWith('<') ? Names(line, recipient) || Names(line, original) : own;
            if (own)
            {
                taken.Add(line);
            }
        }
        return taken.Count > 0 ? string.Join('\n', taken) : paragraph;
    }
}
