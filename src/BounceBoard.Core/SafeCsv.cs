using System.Text;

namespace BounceBoard.Core;

/// <summary>Fields of a CSV line (RFC 4180) that no spreadsheet takes for a formula (OWASP: CSV injection), and back again.</summary>
public static class SafeCsv
{
    // Some programs skip blanks before they look for a formula.
    private const string Formula = "=+-@";

    // The apostrophe itself too: else a field that began with one could not be told from a guarded one.
    private const string Guarded = "\t\r\n'";

    /// <summary>Every field quoted; one that begins as a formula does has an apostrophe before it.</summary>
    public static string Line(params IEnumerable<string?> fields) => string.Join(',', fields.Select(Field));

    /// <summary>The fields of one line, guards taken off. A quote that is not closed ends with the line.</summary>
    public static IReadOnlyList<string> Read(string line)
    {
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
        {
            var c = line[at];
            if (c == '"' && quoted && at + 1 < line.Length && line[at + 1] == '"')
            {
                field.Append('"');
                at++;
            }
            // A quote inside an unquoted field is a letter of it: quoted local parts stand like that in plain lists.
            else if (c == '"' && (quoted || field.Length == 0))
            {
                quoted = !quoted;
            }
            else if (!quoted && c is ',' or ';' or '\t')
            {
                fields.Add(Plain(field));
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }
        fields.Add(Plain(field));
        return fields;
    }

    private static string Field(string? text)
    {
        var value = text ?? "";
        var guarded = IsDangerous(value) ? "'" + value : value;
        return $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Plain(StringBuilder field)
    {
        var value = field.ToString().Trim();
        return value.Length > 1 && value[0] == '\'' && IsDangerous(value[1..]) ? value[1..] : value;
    }

    private static bool IsDangerous(string value) =>
        (value.Length > 0 && Guarded.Contains(value[0], StringComparison.Ordinal))
        || (value.TrimStart() is [var first, ..] && Formula.Contains(first, StringComparison.Ordinal));
}
