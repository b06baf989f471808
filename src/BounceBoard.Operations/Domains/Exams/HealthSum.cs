using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>The scores of many domains in two figures; a mean would hide the worst behind the many. Parked domains follow other rules and are left out.</summary>
/// <param name="Domains">Sending domains with a score.</param>
/// <param name="Median">The lower one of the two in the middle; null without any score.</param>
public sealed record HealthSum(int Domains, int? Median, int? Worst)
{
    public static HealthSum Of(IEnumerable<HealthLine> lines)
    {
        var scores = lines.Where(line => line.Exam is { Profile: DomainProfile.Sending })
            .Select(line => line.Exam?.Score).OfType<int>().Order().ToList();
        return scores.Count == 0 ? new HealthSum(0, null, null) : new HealthSum(scores.Count, scores[(scores.Count - 1) / 2], scores[0]);
    }
}
