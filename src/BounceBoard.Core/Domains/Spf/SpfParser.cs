namespace BounceBoard.Core.Domains.Spf;

/// <summary>Takes a record apart and finds every syntax error in it, not only the first (RFC 7208 §4.6, §12).</summary>
public static class SpfParser
{
    private const int VersionLength = 6;

    /// <param name="text">A text for which <see cref="SpfRecord.IsRecord"/> is true.</param>
    public static SpfRecord Parse(string text)
    {
        List<SpfTerm> mechanisms = [];
        List<SpfTerm> modifiers = [];
        List<SpfFault> faults = [];
        var rest = text.AsSpan(VersionLength);
        // Only the space separates (§4.6.1): a tab or a line end pasted into a record is part of a term and makes it invalid.
        foreach (var range in rest.Split(' '))
        {
            var word = rest[range];
            if (word.IsEmpty)
            {
                continue;
            }
            var term = SpfTermParser.Parse(word.ToString(), out var problem);
            if (term is null)
            {
                faults.Add(new SpfFault(word.ToString(), problem));
                continue;
            }
            (term.IsModifier ? modifiers : mechanisms).Add(term);
        }
        AddRepeated(modifiers, SpfTermKind.Redirect, faults);
        AddRepeated(modifiers, SpfTermKind.Exp, faults);
        return new SpfRecord(text, mechanisms, modifiers, faults);
    }

    private static void AddRepeated(List<SpfTerm> modifiers, SpfTermKind kind, List<SpfFault> faults)
    {
        SpfTerm? first = null;
        foreach (var modifier in modifiers)
        {
            if (modifier.Kind == kind && first is not null)
            {
                faults.Add(new SpfFault(modifier.Text, "This modifier may stand once in a record (RFC 7208 §6)."));
            }
            first ??= modifier.Kind == kind ? modifier : null;
        }
    }
}
