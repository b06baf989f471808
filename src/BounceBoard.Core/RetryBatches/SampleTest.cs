namespace BounceBoard.Core.RetryBatches;

/// <summary>
/// A truncated sequential test that tells a path which accepts 95 % from one which accepts half: a first group that must go through whole, and
/// a second one where a single mail of it was lost. Its errors are not approximated: every course it can take is counted.
/// </summary>
public sealed class SampleTest
{
    /// <summary>Share that a right path accepts.</summary>
    public const double Right = 0.95;

    /// <summary>Share that a path accepts which is not to be believed.</summary>
    public const double Wrong = 0.5;

    /// <summary>Level that either error stays below where the sample is large enough: alpha = beta = 5 %.</summary>
    public const double Level = 0.05;

    /// <summary>First group. All of five through: of a wrong path 1 of 32.</summary>
    public const int First = 5;

    /// <summary>Smallest sample that keeps both levels in two groups.</summary>
    public const int Standard = 11;

    /// <summary>More would be a stage and no sample.</summary>
    public const int Largest = 100;

    private SampleTest(IReadOnlyList<SampleGroup> groups)
    {
        Groups = groups;
        (FalsePass, _) = Course(Wrong);
        (var pass, ExpectedSample) = Course(Right);
        FalseHalt = 1 - pass;
    }

    public IReadOnlyList<SampleGroup> Groups { get; }

    /// <summary>Chance that a path which accepts half passes.</summary>
    public double FalsePass { get; }

    /// <summary>Chance that a path which accepts 95 % is halted.</summary>
    public double FalseHalt { get; }

    /// <summary>Mails until the test has decided, on average, when the path is right.</summary>
    public double ExpectedSample { get; }

    /// <summary>Mails that can be refused until then, when answers come only after a whole group was sent.</summary>
    public int MostRefused => Groups.Aggregate(
        (Most: 0, Tried: 0, Least: 0),
        (sum, group) => (Math.Max(sum.Most, sum.Tried - sum.Least + group.People), sum.Tried + group.People, group.LeastAccepted)).Most;

    /// <summary>The best test with this many recipients: of those that keep the level of a false pass, the one with the fewest errors in all.</summary>
    /// <param name="people">1 to <see cref="Largest"/>. Fewer than five cannot keep the level: then all must be accepted, and the figures say so.</param>
    public static SampleTest Of(int people)
    {
        var best = Whole(people);
        for (var least = First - 2; people > First && least < First; least++)
        {
            // No second group that could not reach its number any more.
            for (var enough = First; enough <= least + people - First; enough++)
            {
                var test = new SampleTest([new(First, least, First), new(people - First, enough, enough)]);
                best = Better(test, best) ? test : best;
            }
        }
        return best;
    }

    // One group; nobody of it may be lost where no other count keeps the level.
    private static SampleTest Whole(int people)
    {
        var best = new SampleTest([new(people, people, people)]);
        for (var least = 1; least < people; least++)
        {
            var test = new SampleTest([new(people, least, least)]);
            best = Better(test, best) ? test : best;
        }
        return best;
    }

    // Two groups are kinder to a wrong path than one, so they win where both keep the levels.
    private static bool Better(SampleTest test, SampleTest best) =>
        test.FalsePass <= Level
        && (test.Kept, test.Kept ? test.Groups.Count : 0, -(test.FalsePass + test.FalseHalt))
            .CompareTo((best.Kept, best.Kept ? best.Groups.Count : 0, -(best.FalsePass + best.FalseHalt))) > 0;

    private bool Kept => FalsePass <= Level && FalseHalt <= Level;

    // Chances of every count of accepted mails, mail by mail; what is decided leaves.
    private (double Pass, double Mails) Course(double accepts)
    {
        var chances = new double[Groups.Sum(group => group.People) + 1];
        chances[0] = 1;
        var (pass, mails) = (0.0, 0.0);
        foreach (var group in Groups)
        {
            mails += group.People * chances.Sum();
            for (var mail = 0; mail < group.People; mail++)
            {
                for (var count = chances.Length - 1; count > 0; count--)
                {
                    chances[count] = (chances[count] * (1 - accepts)) + (chances[count - 1] * accepts);
                }
                chances[0] *= 1 - accepts;
            }
            pass += chances[group.Enough..].Sum();
            Array.Clear(chances, group.Enough, chances.Length - group.Enough);
            Array.Clear(chances, 0, Math.Min(group.LeastAccepted, group.Enough));
        }
        return (pass, mails);
    }
}
