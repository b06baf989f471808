namespace BounceBoard.Core.RetryBatches;

/// <summary>What the outcomes of a stage say, in words that stand in the batch's story.</summary>
/// <param name="Decision">Next in a batch that has no stage after its sample means that the test has passed: nobody else need be sent to.</param>
public sealed record StageJudgement(StageDecision Decision, string Words)
{
    /// <summary>Judges a stage. Whoever is in doubt counts as not accepted; whoever was skipped does not count.</summary>
    /// <param name="stage">The stage that is sent or observed; 1 and up.</param>
    /// <param name="tallies">Of this stage and all before it.</param>
    public static StageJudgement Of(RetryPlan plan, int stage, IReadOnlyList<StageTally> tallies)
    {
        var current = plan.Stages[stage - 1];
        var counted = current.IsSample ? plan.Stages.Where(one => one.IsSample && one.Number <= stage).ToList() : [current];
        var of = tallies.Where(tally => counted.Any(one => one.Number == tally.Stage)).ToList();
        var outcome = new Outcome(
            counted.Sum(one => one.People), current.LeastAccepted, of.Sum(tally => tally.Accepted), of.Sum(tally => tally.Refused + tally.InDoubt),
            of.Sum(tally => tally.Open));
        var isLastOfTest = !plan.Stages.Any(one => one.IsSample && one.Number > stage);
        return outcome switch
        {
            { Lost: var lost } when lost > outcome.MayLose => new(
                StageDecision.Halt, $"{outcome.Figures}: {lost} were not, at most {outcome.MayLose} may be. Nobody else is sent to."),
            { Open: > 0 } => new(StageDecision.Undecided, $"{outcome.Figures} so far; {outcome.Open} are still open."),
            _ when current.IsSample => Sample(outcome, isLastOfTest),
            { Tried: 0 } => new(StageDecision.Next, "Nobody of this stage was left to send to."),
            _ => new(StageDecision.Next, $"{outcome.Figures}; {current.LeastAccepted} of {current.People} were asked for."),
        };
    }

    private static StageJudgement Sample(Outcome outcome, bool isLastOfTest) => outcome switch
    {
        // Skipped recipients made the sample too small to tell anything.
        { Tried: var tried } when tried < Math.Min(RetryStages.LeastSample, outcome.Planned) => new(
            StageDecision.Halt, $"Only {tried} of {outcome.Planned} sample recipients were sent to: too few to tell anything."),
        { Lost: 0 } => new(StageDecision.Next, $"{outcome.Figures}: the path is believed to be right."),
        _ when isLastOfTest => new(StageDecision.Next, $"{outcome.Figures}; at most {outcome.MayLose} might be lost: the path is believed to be right."),
        _ => new(StageDecision.More, $"{outcome.Figures}: not enough to believe the path, nor to doubt it. The second group of the sample decides."),
    };

    private sealed record Outcome(int Planned, int Least, int Accepted, int Lost, int Open)
    {
        public int Tried => Accepted + Lost;

        public int MayLose => Planned - Least;

        public string Figures => $"{Accepted} of {Tried} were accepted";
    }
}
