namespace BounceBoard.Core.RetryBatches;

/// <summary>Chooses a sample that meets as many recipient domains, refusing servers and pools as it can.</summary>
public static class SampleSpread
{
    /// <summary>All candidates, those of the sample first. The same candidates in the same order give the same answer.</summary>
    /// <param name="ways">Of a candidate: its domain, the server that refused, its pool.</param>
    public static IReadOnlyList<T> Order<T>(IReadOnlyList<T> candidates, int sample, Func<T, IReadOnlyList<string>> ways)
    {
        var taken = new HashSet<int>();
        var met = new Dictionary<string, int>(StringComparer.Ordinal);
        var keyed = candidates.Select(one => ways(one).Select((way, at) => $"{at} {way}").ToArray()).ToList();
        var first = new List<T>();
        while (first.Count < Math.Min(sample, candidates.Count))
        {
            var next = Enumerable.Range(0, candidates.Count).Where(at => !taken.Contains(at)).MinBy(at => keyed[at].Sum(way => met.GetValueOrDefault(way)));
            taken.Add(next);
            first.Add(candidates[next]);
            foreach (var way in keyed[next])
            {
                met[way] = met.GetValueOrDefault(way) + 1;
            }
        }
        return [.. first, .. candidates.Where((_, at) => !taken.Contains(at))];
    }
}
