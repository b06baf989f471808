
namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>Refusals of one incident without a day's pause in between.</summary>
/// <param name="Refusals">Oldest first; at least one.</param>
public sealed record Episode(IReadOnlyList<JudgedRefusal> Refusals)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(24);

    public DateTimeOffset Since => Refusals[0].Refusal.At;

    public DateTimeOffset LastAt => Refusals[^1].Refusal.At;

    /// <summary>Persons, each counted once.</summary>
    public int People { get; } = Refusals.Select(judged => judged.Refusal.Person).Distinct(StringComparer.Ordinal).Count();

    public IReadOnlyList<string> Pools { get; } =
        [.. Refusals.Select(judged => judged.Refusal.Pool).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>An incident's episodes, oldest first. What nobody vouches for counts only where nothing else is known.</summary>
    /// <param name="incident">Oldest first.</param>
    public static IReadOnlyList<Episode> All(IEnumerable<JudgedRefusal> incident)
    {
        var all = incident.ToList();
        var vouched = all.Where(judged => judged.Refusal.Verified).ToList();
        var episodes = new List<List<JudgedRefusal>>();
        foreach (var judged in vouched.Count > 0 ? vouched : all)
        {
            if (episodes.Count == 0 || judged.Refusal.At - episodes[^1][^1].Refusal.At > Pause)
            {
                episodes.Add([]);
            }
            episodes[^1].Add(judged);
        }
        return [.. episodes.Select(refusals => new Episode(refusals))];
    }
}
