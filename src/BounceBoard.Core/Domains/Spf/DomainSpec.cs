namespace BounceBoard.Core.Domains.Spf;

/// <summary>The grammar of domain-spec: a macro-string that ends in a top label or in a macro (RFC 7208 §7.1).</summary>
internal static class DomainSpec
{
    /// <returns>What is wrong, or an empty text.</returns>
    public static string FaultOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return "The domain is missing (RFC 7208 §7.1).";
        }
        var fault = MacroSyntax.FaultOf(text, isExplanation: false);
        return fault.Length > 0 ? fault
            : EndsInMacro(text) || EndsInTopLabel(text) ? ""
            : "A domain must have at least two labels and end in a name such as \"example\", not in a number or a prefix length (RFC 7208 §7.1).";
    }

    // The text is a valid macro-string, so a closing brace that some "%{" opens ends a macro, and a lone percent sign does not occur.
    private static bool EndsInMacro(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                continue;
            }
            i += text[i + 1] == '{' ? text[i..].IndexOf('}') : 1;
            if (i == text.Length - 1)
                return true;
        }
        return false;
    }

    private static bool EndsInTopLabel(ReadOnlySpan<char> text)
    {
        text = text[^1] == '.' ? text[..^1] : text;
        var dot = text.LastIndexOf('.');
        var label = text[(dot + 1)..];
        if (dot < 0 || label.IsEmpty || label[0] == '-' || label[^1] == '-')
        {
            return false;
        }
        var isNumber = true;
        foreach (var c in label)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
                return false;
            isNumber &= char.IsAsciiDigit(c);
        }
        return !isNumber;
    }
}
