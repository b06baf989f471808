namespace BounceBoard.Core.Bounces;

/// <summary>Two lists of hops of one refusal: the longer one saw further; of equals each hop is completed by the other list's.</summary>
internal static class HopMerge
{
    public static IReadOnlyList<RefusalHop> Of(IReadOnlyList<RefusalHop> near, IReadOnlyList<RefusalHop> far)
    {
        if (near.Count != far.Count)
        {
            return near.Count > far.Count ? near : far;
        }
        if (near.SequenceEqual(far))
        {
            return near;
        }
        // The order of arrival decides nothing: lists that tell of different servers are not mixed, and the first by its words stays.
        return near.Zip(far).All(pair => MaySame(pair.First, pair.Second))
            ? [.. near.Zip(far, Completed)]
            : string.CompareOrdinal(string.Join('\n', near), string.Join('\n', far)) <= 0 ? near : far;
    }

    private static bool MaySame(RefusalHop a, RefusalHop b) =>
        (a.Ip is null || b.Ip is null || a.Ip.Equals(b.Ip)) && (a.Mta is null || b.Mta is null || a.Mta == b.Mta);

    private static RefusalHop Completed(RefusalHop near, RefusalHop far) => new(
        near.Mta ?? far.Mta, near.Ip ?? far.Ip, near.Port ?? far.Port, Longer(near.Reply, far.Reply), near.Source > far.Source ? near.Source : far.Source);

    private static string? Longer(string? near, string? far) => (far?.Length ?? -1) > (near?.Length ?? -1) ? far : near;
}
