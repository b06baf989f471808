namespace BounceBoard.Core.Domains.Spf;

/// <summary>What a receiver answers, and how it came to it.</summary>
/// <param name="Identity">What was checked.</param>
/// <param name="Explanation">The domain's own explanation of a fail (RFC 7208 §6.2), the sender's text; null where there is none.</param>
/// <param name="Lookups">Terms that asked DNS; over 10 is permerror (§4.6.4).</param>
/// <param name="VoidLookups">Answers without data; over 2 is permerror (§4.6.4).</param>
/// <param name="Trace">Every record and term on the way.</param>
/// <param name="Missing">Questions to ask before this can be judged; while there are any, the rest of this object means nothing.</param>
public sealed record SpfEvaluation(
    SpfIdentity Identity, SpfResult Result, string? Explanation, int Lookups, int VoidLookups, SpfVisit Trace, IReadOnlyList<RecordQuestion> Missing)
{
    public bool IsComplete => Missing.Count == 0;

    /// <summary>Why the result is none, temperror or permerror: the first problem on the way down; empty otherwise.</summary>
    public string Problem => Trace.Problem;
}
