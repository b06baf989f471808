namespace BounceBoard.Mail.Reading.Mails;

/// <summary>Tells a text that holds delivery status fields (RFC 3464 §2.3) from one that does not, whatever its label.</summary>
internal static class StatusWords
{
    public static bool IsStatus(string text) =>
        (Has(text, "Final-Recipient") || Has(text, "Original-Recipient")) && (Has(text, "Action") || Has(text, "Status"));

    /// <summary>The text without the marks of quotation at the lines' beginnings; null when nothing is quoted.</summary>
    public static string? Unquoted(string text) =>
        text.Contains("\n>", StringComparison.Ordinal)
            ? string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimStart('>').TrimStart(' ')))
            : null;

    private static bool Has(string text, string field)
    {
        for (var at = text.IndexOf(field, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(field, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var after = text.AsSpan(at + field.Length).TrimStart(' ');
            if ((at == 0 || text[at - 1] is '\n' or '\r') && after.StartsWith(":"))
            {
                return true;
            }
        }
        return false;
    }
}
