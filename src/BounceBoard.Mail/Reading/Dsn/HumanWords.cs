using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Dsn;

/// <summary>The report's words for people, taken apart once: a report may name thousands of recipients.</summary>
internal sealed class HumanWords
{
    /// <summary>No MTA says more than this to people.</summary>
    private const int Longest = 128 * 1024;

    /// <summary>Longest text that is taken for one recipient, and for all recipients together: each is searched for what it says.</summary>
    private const int Most = 16 * 1024, MostTogether = 2 * 1024 * 1024;

    private static readonly AnyCase Receiving = new("Receiving server: ");

    private readonly string _human;

    private readonly string[] _paragraphs;

    public HumanWords(string human)
    {
        _human = human.Length > Longest ? human[..Longest] : human;
        _paragraphs = _human.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Dialogue = !_human.Contains("<<< ", StringComparison.Ordinal) ? [] : [.. _human.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("<<< ", StringComparison.Ordinal)).Select(line => SmtpReply.Collapsed(line[4..]))];
    }

    /// <summary>The server's side of a session that the report prints (<c>&lt;&lt;&lt; 550-5.7.1 …</c>), line by line.</summary>
    public IReadOnlyList<string> Dialogue { get; }

    /// <summary>The paragraphs that name the recipient and the one after each; the whole text when there is only one recipient and nobody is named.</summary>
    public string About(string? recipient, string? original, int recipients)
    {
        var paragraphs = _paragraphs;
        var most = Math.Min(Most, MostTogether / Math.Max(recipients, 1));
        var about = new List<string>();
        for (int i = 0, length = 0; i < paragraphs.Length && length < most; i++)
        {
            if (Names(paragraphs[i], recipient) || Names(paragraphs[i], original))
            {
                about.Add(Entry(paragraphs[i], recipient, original));
                length += about[^1].Length;
                // Some put the address on a line of its own and the reply below it.
                if (i + 1 < paragraphs.Length && recipients == 1)
                {
                    about.Add(paragraphs[i + 1]);
                }
            }
        }
        // Exchange names the other server in a block that names no recipient.
        if (recipients == 1 && about.Count > 0 && Array.Find(paragraphs, paragraph => Receiving.IsIn(paragraph)) is { } receiving)
        {
            about.Add(receiving);
        }
        var text = about.Count > 0 || recipients > 1 ? string.Join('\n', about) : _human;
        return SmtpReply.Collapsed(text.Length > most ? text[..most] : text);
    }

    // From at sign to at sign: that is found many characters at once, a text in any case is not.
    private static bool Names(string paragraph, string? address)
    {
        var sign = address?.IndexOf('@', StringComparison.Ordinal) ?? -1;
        if (address is not { Length: > 2 } || sign < 0)
        {
            return address is { Length: > 2 } && paragraph.Contains(address, StringComparison.OrdinalIgnoreCase);
        }
        for (var at = paragraph.IndexOf('@', StringComparison.Ordinal); at >= 0; at = paragraph.IndexOf('@', at + 1))
        {
            if (at >= sign && paragraph.AsSpan(at - sign).StartsWith(address, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

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
