using System.Text;

namespace BounceBoard.Mail.Reading.Mails;

/// <summary>The words of an HTML part: marks are taken out, the end of a block is a line end. Only for reading, never for showing.</summary>
internal static class HtmlText
{
    private static readonly string[] Blocks = ["br", "p", "/p", "div", "/div", "tr", "/tr", "/td", "li", "/li", "/h1", "/h2", "/h3", "table", "/table", "pre", "/pre"];

    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length);
        var rest = html.AsSpan();
        while (!rest.IsEmpty)
        {
            var open = rest.IndexOf('<');
            if (open < 0)
            {
                text.Append(rest);
                break;
            }
            text.Append(rest[..open]);
            rest = rest[open..];
            var close = rest.IndexOf('>');
            if (close < 0)
            {
                break;
            }
            var mark = rest[1..close];
            rest = rest[(close + 1)..];
            // "<user@example.net>" is no mark though it is written like one.
            if (mark.Contains('@') && !mark.ContainsAny(" =\""))
            {
                text.Append('<').Append(mark).Append('>');
            }
            else if (IsBlock(mark))
            {
                text.Append('\n');
            }
            rest = IsHidden(mark, rest);
        }
        return System.Net.WebUtility.HtmlDecode(text.ToString());
    }

    private static bool IsBlock(ReadOnlySpan<char> mark)
    {
        var end = mark.IndexOfAny(" \t\r\n");
        var name = (end < 0 ? mark : mark[..end]).TrimEnd('/');
        foreach (var block in Blocks)
        {
            if (name.Equals(block, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    private static ReadOnlySpan<char> IsHidden(ReadOnlySpan<char> mark, ReadOnlySpan<char> rest)
    {
        foreach (var name in (ReadOnlySpan<string>)["style", "script"])
        {
            if (mark.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                var end = rest.IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
                return end < 0 ? [] : rest[end..];
            }
        }
        return rest;
    }
}
