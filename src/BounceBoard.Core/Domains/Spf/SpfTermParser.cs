namespace BounceBoard.Core.Domains.Spf;

/// <summary>Reads one term by the grammar of RFC 7208 §12.</summary>
internal static class SpfTermParser
{
    /// <returns>The term, or null with the reason.</returns>
    public static SpfTerm? Parse(string text, out string problem)
    {
        problem = "";
        // A modifier has its equals sign right after the name, before any colon or slash (§4.6.1).
        var mark = text.AsSpan().IndexOfAny('=', ':', '/');
        return mark > 0 && text[mark] == '=' ? Modifier(text, mark, out problem) : Mechanism(text, out problem);
    }

    private static SpfTerm? Modifier(string text, int mark, out string problem)
    {
        var name = text.AsSpan(0, mark);
        var value = text[(mark + 1)..];
        var kind = Is(name, "redirect") ? SpfTermKind.Redirect : Is(name, "exp") ? SpfTermKind.Exp : SpfTermKind.UnknownModifier;
        problem = kind != SpfTermKind.UnknownModifier ? DomainSpec.FaultOf(value)
            : !IsName(name) ? $"\"{name}\" is no name of a modifier: a letter, then letters, digits, \"-\", \"_\" and \".\" (RFC 7208 §12)."
            : MacroSyntax.FaultOf(value, isExplanation: false);
        return problem.Length > 0 ? null : new SpfTerm(text, kind) { DomainSpec = value };
    }

    private static SpfTerm? Mechanism(string text, out string problem)
    {
        var rest = text.AsSpan();
        var qualifier = QualifierOf(rest[0]);
        rest = qualifier is null ? rest : rest[1..];
        var end = rest.IndexOfAny(':', '/');
        var name = end < 0 ? rest : rest[..end];
        var arguments = end < 0 ? [] : rest[end..];
        if (KindOf(name) is not { } kind)
        {
            problem = name is "redirect" or "exp"
                ? $"\"{name}\" is a modifier and is written with \"=\" (RFC 7208 §6)."
                : $"There is no mechanism \"{name}\" (RFC 7208 §5); a receiver must not ignore it.";
            return null;
        }
        var term = new SpfTerm(text, kind, qualifier ?? SpfResult.Pass);
        return MechanismArguments.Read(term, arguments, out problem);
    }

    private static SpfResult? QualifierOf(char mark) => mark switch
    {
        '+' => SpfResult.Pass,
        '-' => SpfResult.Fail,
        '~' => SpfResult.Softfail,
        '?' => SpfResult.Neutral,
        _ => null,
    };

    private static SpfTermKind? KindOf(ReadOnlySpan<char> name) =>
        Is(name, "all") ? SpfTermKind.All
        : Is(name, "include") ? SpfTermKind.Include
        : Is(name, "a") ? SpfTermKind.A
        : Is(name, "mx") ? SpfTermKind.Mx
        : Is(name, "ip4") ? SpfTermKind.Ip4
        : Is(name, "ip6") ? SpfTermKind.Ip6
        : Is(name, "exists") ? SpfTermKind.Exists
        : Is(name, "ptr") ? SpfTermKind.Ptr
        : null;

    private static bool Is(ReadOnlySpan<char> name, string word) => name.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.'))
                return false;
        }
        return char.IsAsciiLetter(name[0]);
    }
}
