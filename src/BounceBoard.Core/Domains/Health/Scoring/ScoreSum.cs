namespace BounceBoard.Core.Domains.Health.Scoring;

/// <summary>Adds up what the checks decide, by the lines of the formula.</summary>
internal static class ScoreSum
{
    /// <summary>Differences under this are of the arithmetic, not of the domain.</summary>
    private const double Dust = 1e-9;

    public static (HealthScore Score, IReadOnlyList<HealthCheck> Checks) Of(DomainProfile profile, IReadOnlyList<Judged> judged)
    {
        var lines = ScoreFormula.Lines(profile);
        var weights = lines.ToDictionary(line => line.Id, line => line.Most);
        List<ScorePart> parts = [.. lines.Select(line => PartOf(line, judged))];
        List<HealthCheck> checks = [.. judged.Select(one => one.Check with { LostPoints = Tidy(one.Stakes.Sum(stake => LostBy(stake, weights))) })];
        var caps = ScoreFormula.Caps.Select(cap => (Cap: cap, By: judged.FirstOrDefault(one => one.Cap == cap.Id)))
            .Where(found => found.By is not null).Select(found => new ScoreCap(found.By?.Check.Id ?? "", found.Cap.Fault, found.Cap.Most)).ToList();
        return (ScoreOf(profile, parts, caps), checks);
    }

    private static ScorePart PartOf(FormulaLine line, IReadOnlyList<Judged> judged)
    {
        var holders = judged.Where(one => one.Stakes.Any(stake => stake.Part == line.Id)).ToList();
        var stakes = holders.SelectMany(one => one.Stakes).Where(stake => stake.Part == line.Id).ToList();
        var won = line.Most * stakes.Sum(stake => stake.Share * stake.Won);
        var unknown = line.Most * (1 - stakes.Sum(stake => stake.Share * (1 - stake.Unknown)));
        return new ScorePart(
            line.Id, line.Group, line.Title, line.Most, line.Most - unknown < Dust ? null : Tidy(won), ReasonText.Of(line, holders), [.. holders.Select(one => one.Check.Id).Distinct()])
        {
            Unknown = Tidy(unknown),
        };
    }

    private static double LostBy(Stake stake, Dictionary<string, double> weights) =>
        weights.TryGetValue(stake.Part, out var most) ? most * stake.Share * (1 - stake.Won - stake.Unknown) : 0;

    private static HealthScore ScoreOf(DomainProfile profile, List<ScorePart> parts, List<ScoreCap> caps)
    {
        var (most, won, unknown) = (parts.Sum(part => part.Most), parts.Sum(part => part.Won ?? 0), parts.Sum(part => part.Unknown));
        var ceiling = caps.Count > 0 ? caps.Min(cap => cap.Most) : 100;
        int Percent(double of, double all) => Math.Min(ceiling, (int)Math.Round(100 * of / all, MidpointRounding.AwayFromZero));
        int? value = most - unknown < Dust ? null : Percent(won, most - unknown);
        return new HealthScore(
            ScoreFormula.Version, profile, value, Percent(won, most), Percent(won + unknown, most), (int)Math.Round(100 * (most - unknown) / most, MidpointRounding.AwayFromZero),
            value is { } known ? ScoreFormula.GradeOf(known) : "", parts, [.. caps.OrderBy(cap => cap.Most)]);
    }

    private static double Tidy(double points) => Math.Round(points, 6) + 0.0;
}
