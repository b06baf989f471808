using BounceBoard.Core.Addresses;

namespace BounceBoard.Mail.Reading.Forms;

/// <summary>What the forms share: lines, and addresses in them.</summary>
internal static class FormLines
{
    /// <summary>A report's own words are short; what lies beyond is the returned mail.</summary>
    private const int Most = 2000;

    /// <summary>What ends an address on its left and right; Chinese and Japanese reports have marks of their own, without spaces.</summary>
    private const string Before = " <>\t\"'(:;,=[\uff1a\uff08\u3010\u300c\uff1c\u3000", After = " <>\t\"'),;:]\uff09\u3011\u300d\uff1e\uff0c\u3002\u3000";

    public static List<string> Of(string text) => [.. text.ReplaceLineEndings("\n").Split('\n').Take(Most).Select(line => line.Trim())];

    /// <summary>The first mail address in the text, brackets taken off; null when there is none.</summary>
    public static string? AddressIn(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('@'); at >= 0;)
        {
            var start = text[..at].LastIndexOfAny(Before) + 1;
            var length = text[at..].IndexOfAny(After);
            var end = length < 0 ? text.Length : at + length;
            if (EmailAddress.TryParse(text[start..end].TrimEnd('.').ToString(), out var address) && address.Domain.Value.Contains('.', StringComparison.Ordinal))
            {
                return address.Value;
            }
            var next = text[(at + 1)..].IndexOf('@');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return null;
    }
}
