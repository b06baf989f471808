namespace BounceBoard.Core.Domains.Spf;

/// <summary>A record taken apart (RFC 7208 §4.6.1).</summary>
/// <param name="Text">The strings of the TXT record, joined (§3.3).</param>
/// <param name="Mechanisms">In the order in which they are evaluated.</param>
/// <param name="Modifiers">In the order written; their place has no meaning (§6).</param>
/// <param name="Faults">Syntax errors; with any of them the record is permerror (§4.6).</param>
public sealed record SpfRecord(string Text, IReadOnlyList<SpfTerm> Mechanisms, IReadOnlyList<SpfTerm> Modifiers, IReadOnlyList<SpfFault> Faults)
{
    public SpfTerm? Redirect => Find(SpfTermKind.Redirect);

    public SpfTerm? Explanation => Find(SpfTermKind.Exp);

    /// <summary>True for texts whose version section is exactly <c>v=spf1</c>, in any case (§4.5, §12): <c>v=spf10</c> is none.</summary>
    public static bool IsRecord(string text) =>
        text.StartsWith("v=spf1", StringComparison.OrdinalIgnoreCase) && (text.Length == 6 || text[6] == ' ');

    private SpfTerm? Find(SpfTermKind kind)
    {
        foreach (var modifier in Modifiers)
        {
            if (modifier.Kind == kind)
                return modifier;
        }
        return null;
    }
}
