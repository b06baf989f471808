using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Mails;

/// <summary>Tells a text that holds delivery status fields (RFC 3464 §2.3) from one that does not, whatever its label.</summary>
internal static class StatusWords
{
    private static readonly AnyCase Final = new("Final-Recipient"), Original = new("Original-Recipient"), Action = new("Action"), Status = new("Status");

    public static bool IsStatus(string text) => (Has(text, Final) || Has(text, Original)) && (Has(text, Action) || Has(text, Status));

    /// <summary>The text without the marks of quotation at the lines' beginnings; null when nothing is quoted.</summary>
    public static string? Unquoted(string text) =>
        text.Contains("\n>", StringComparison.Ordinal)
            ? string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimStart('>').TrimStart(' ')))
            : null;

    private static bool Has(ReadOnlySpan<char> text, AnyCase field)
    {
        var isLineStart = true;
        for (var at = field.IndexIn(text); at >= 0; at = field.IndexIn(text))
        {
            isLineStart = at == 0 ? isLineStart : text[at - 1] is '\n' or '\r';
            text = text[(at + field.Length)..];
            if (isLineStart && text.TrimStart(' ').StartsWith(":"))
            {
                return true;
            }
            isLineStart = false;
        }
        return false;
    }
}
