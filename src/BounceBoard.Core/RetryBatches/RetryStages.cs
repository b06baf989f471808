namespace BounceBoard.Core.RetryBatches;

/// <summary>Cuts a cohort into steps: the sample, then a quarter, a quarter and the rest.</summary>
public static class RetryStages
{
    /// <summary>Most recipients of one batch; what is left is for the next one.</summary>
    public const int MostPeople = 10_000;

    /// <summary>A sample of fewer tells nothing.</summary>
    public const int LeastSample = 3;

    /// <summary>Share of a stage after the sample that must be accepted; a path that is right accepts more.</summary>
    public const double LeastShare = 0.8;

    /// <param name="people">Recipients that may be sent to.</param>
    /// <param name="sampleSize">As a person chose it; null for the standard.</param>
    /// <param name="sampleOnly">Nobody beyond the sample.</param>
    /// <returns>Empty when there is nobody.</returns>
    public static IReadOnlyList<RetryStage> Of(int people, bool sampleOnly, int? sampleSize)
    {
        if (people <= 0)
        {
            return [];
        }
        var sample = Math.Min(people, sampleSize is { } chosen ? Math.Clamp(chosen, LeastSample, SampleTest.Largest) : Standard(people));
        var stages = new List<RetryStage>();
        foreach (var group in SampleTest.Of(sample).Groups)
        {
            stages.Add(new RetryStage(stages.Count + 1, group.People, true, group.LeastAccepted));
        }
        var (left, quarter) = (sampleOnly ? 0 : people - sample, (people + 3) / 4);
        while (left > 0)
        {
            // The third one after the sample takes what is left.
            var size = stages.Count(stage => !stage.IsSample) < 2 ? Math.Min(quarter, left) : left;
            stages.Add(new RetryStage(stages.Count + 1, size, false, LeastOf(size)));
            left -= size;
        }
        return stages;
    }

    // Six to ten people are no sample and a rest but either alone: the first group, and then the others.
    private static int Standard(int people) => people >= SampleTest.Standard ? SampleTest.Standard : SampleTest.First;

    // Of few people one may always be a mailbox that died meanwhile, where a right path loses one of them more often than the level.
    private static int LeastOf(int people)
    {
        var least = (int)Math.Ceiling(people * LeastShare);
        return people > 1 && least == people && 1 - Math.Pow(SampleTest.Right, people) > SampleTest.Level ? least - 1 : least;
    }
}
