namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>Whether a pool went two ways at the same time: one of its hosts to the wrong server, the others to the right one.</summary>
internal static class RouteMix
{
    private static readonly TimeSpan Near = TimeSpan.FromHours(1);

    /// <summary>True when the pool delivered to the domain by another server shortly before its first refusal and shortly after it, so that deliveries since prove no correction.</summary>
    public static bool IsMixed(Episode episode, KnownRefusal refusal, IReadOnlyList<KnownDelivery> path)
    {
        var others = path.Where(row => row.Pool == refusal.Pool && row.Domain == refusal.Domain && !row.IsControlledRetry
            && row.RemoteIp?.Equals(refusal.Endpoint.Ip) != true).ToList();
        var first = episode.Refusals.First(judged => judged.Refusal.Pool == refusal.Pool).Refusal.At;
        return others.Exists(row => row.At <= first && first - row.At <= Near) && others.Exists(row => row.At > first && row.At - first <= Near);
    }
}
