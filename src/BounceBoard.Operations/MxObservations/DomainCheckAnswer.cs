namespace BounceBoard.Operations.MxObservations;

/// <summary>What a check found. It tells nothing of verdicts: the domain may stand in incidents of other tenants too.</summary>
/// <param name="IsChanged">Some resolver says something else than last time, or was asked for the first time.</param>
public sealed record DomainCheckAnswer(bool IsChanged)
{
    public override string ToString() => IsChanged ? "Asked just now: an answer is new." : "Asked just now: every answer is as before.";
}
