using BounceBoard.Core.Evidence;

namespace BounceBoard.Operations.Evidence;

/// <summary>The receipt of an intake: everything that was offered, and what became of it.</summary>
/// <param name="Refused">Why nothing was taken at all (right, tenant's state, unknown source); null when it was taken.</param>
public sealed record IntakeResult(IReadOnlyList<IntakeItem> Items, string? Refused = null)
{
    public int Received => Items.Count;

    public int Stored => Count(IntakeOutcome.Stored);

    public int Duplicates => Count(IntakeOutcome.Duplicate);

    public int Quarantined => Count(IntakeOutcome.Quarantined);

    /// <summary><c>12 received = 10 stored + 1 duplicate + 1 quarantined</c></summary>
    public override string ToString() =>
        $"{Received} received = {Stored} stored + {Duplicates} {(Duplicates == 1 ? "duplicate" : "duplicates")} + {Quarantined} quarantined";

    private int Count(IntakeOutcome outcome) => Items.Count(item => item.Outcome == outcome);
}
