using System.Globalization;
using System.Text;

namespace BounceBoard.Mail.Sending.Retries;

/// <summary>A stretch of a transcript; what does not fit is left out and said so.</summary>
/// <param name="room">In characters.</param>
internal sealed class ConversationText(int room)
{
    private const int LongestLine = 600;

    private readonly StringBuilder _text = new();
    private bool _full;

    public void Add(string who, string words)
    {
        var line = $"{who}{(words.Length > LongestLine ? $"{words.AsSpan(0, LongestLine)}[...]" : words)}\n";
        if (_full)
        {
            return;
        }
        if (_text.Length + line.Length > room)
        {
            _full = true;
            line = "[cut here]\n";
        }
        _text.Append(line);
    }

    public override string ToString() => _text.ToString();

    /// <summary>A line of a foreign server, harmless on a terminal and on a page: control and direction characters are spelled out.</summary>
    public static string Escaped(string line)
    {
        if (!line.Any(IsUnsafe))
        {
            return line;
        }
        var text = new StringBuilder();
        foreach (var character in line)
        {
            if (IsUnsafe(character))
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            }
            else
            {
                text.Append(character);
            }
        }
        return text.ToString();
    }

    private static bool IsUnsafe(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse;
}
