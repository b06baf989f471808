using System.Text;

namespace BounceBoard.Web.Incidents;

/// <summary>CSV (RFC 4180) that a spreadsheet shows as text: every field is quoted, and what would begin a formula gets an apostrophe before it.</summary>
internal static class CsvText
{
    public static string Line(params IEnumerable<string?> fields) => string.Join(',', fields.Select(Field)) + "\r\n";

    private static string Field(string? value)
    {
        var text = value ?? "";
        var field = new StringBuilder(text.Length + 3).Append('"');
        // Some programs skip blanks and line ends before they look for a formula.
        if (text.TrimStart() is [('=' or '+' or '-' or '@'), ..] || text is [('\t' or '\r' or '\n'), ..])
        {
            field.Append('\'');
        }
        return field.Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"').ToString();
    }
}
