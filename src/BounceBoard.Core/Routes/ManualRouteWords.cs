using System.Text;

namespace BounceBoard.Core.Routes;

/// <summary>Cuts the text of a manualroute list: rules, words, hosts; double quotes keep blanks and separators together.</summary>
internal static class ManualRouteWords
{
    /// <summary>Rules between semicolons; an empty one (a semicolon at the end) is none.</summary>
    public static IReadOnlyList<string> Rules(string line) => [.. Split(line, c => c == ';', keepQuotes: true).Where(rule => rule.Length > 0)];

    /// <summary>Words between blanks, without their quotes; at least one.</summary>
    public static IReadOnlyList<string> Of(string rule)
    {
        IReadOnlyList<string> words = [.. Split(rule, char.IsWhiteSpace, keepQuotes: false).Where(word => word.Length > 0)];
        return words.Count > 0 ? words : [""];
    }

    /// <summary>Items of a host list: separated by colons, or by the character after a leading &lt;; a doubled separator is the character itself.</summary>
    public static IReadOnlyList<string> Hosts(string list)
    {
        var text = list.Trim();
        var separator = ':';
        if (text.Length > 1 && text[0] == '<')
        {
            (separator, text) = (text[1], text[2..]);
        }
        // A plain IPv6 address in brackets holds colons that separate nothing.
        if (text.StartsWith('[') && separator == ':')
        {
            return [text];
        }
        const char kept = '\u0001';
        var parts = text.Replace($"{separator}{separator}", $"{kept}", StringComparison.Ordinal).Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // A lone plus sign starts a new group of hosts to be tried later.
        return [.. parts.Select(part => part.Replace(kept, separator)).Where(part => part != "+")];
    }

    private static List<string> Split(string text, Func<char, bool> separates, bool keepQuotes)
    {
        List<string> parts = [];
        var part = new StringBuilder();
        var isQuoted = false;
        foreach (var c in text)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
                if (keepQuotes)
                    part.Append(c);
            }
            else if (separates(c) && !isQuoted)
            {
                parts.Add(part.ToString().Trim());
                part.Clear();
            }
            else
            {
                part.Append(c);
            }
        }
        parts.Add(part.ToString().Trim());
        return parts;
    }
}
