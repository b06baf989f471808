using BounceBoard.Core.RetryBatches;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Web.RetryBatches;

/// <summary>What the page of one batch shows.</summary>
/// <param name="Step">Whose recipients are listed; 1 and up.</param>
/// <param name="Attempts">Recipients of this page.</param>
/// <param name="NextAfter">Position from which the next page goes on; null when this is the last.</param>
/// <param name="Transcript">SMTP conversation of the attempt that the address names; null when there is none.</param>
public sealed record RetryData(RetryReviewView View, int Step, IReadOnlyList<RetryAttemptRow> Attempts, int? NextAfter, string? Transcript)
{
    public RetryBatchRow Batch => View.Batch;

    /// <summary>Mails that the step sends which is decided on now; an approver types it.</summary>
    public int StepPeople => Batch.Plan.Stages.FirstOrDefault(stage => stage.Number == Batch.Stage)?.People ?? Batch.People;

    /// <summary>The guards as they are now; once nobody decides any more, as they were.</summary>
    public IReadOnlyList<RetryGuard> GuardsShown => View.GuardsNow.Count > 0 ? View.GuardsNow : Batch.Plan.Guards;

    /// <summary>How the attempts of one step stand.</summary>
    public OutcomeCounts Of(int step) => OutcomeCounts.Of(View.Tallies.Where(tally => tally.Stage == step));

    public OutcomeCounts All => OutcomeCounts.Of(View.Tallies);
}
