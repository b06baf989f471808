namespace BounceBoard.Core.Domains.History;

/// <summary>One resolver said something else than before.</summary>
/// <param name="At">When the new answer was heard for the first time.</param>
/// <param name="Name">Lower case, without the root dot.</param>
/// <param name="Before">Data as text, in order; empty when there was no record.</param>
/// <param name="After">Data as text, in order; empty when there is none any more.</param>
public sealed record RecordChange(
    DateTimeOffset At, string Name, RecordType Type, IReadOnlyList<string> Before, IReadOnlyList<string> After, string Resolver)
{
    /// <summary>Lines that went.</summary>
    public IEnumerable<string> Removed => Before.Except(After, StringComparer.Ordinal);

    /// <summary>Lines that came.</summary>
    public IEnumerable<string> Added => After.Except(Before, StringComparer.Ordinal);
}
