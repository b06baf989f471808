using BounceBoard.Core.Bounces.Classification;

namespace BounceBoard.Core.Tests.Bounces;

/// <summary>Finds rows that no reply can reach: an earlier row without conditions stands in their words.</summary>
internal static class Unreached
{
    public static IEnumerable<string> In(IReadOnlyList<Wording> rows) =>
        from later in rows.Index()
        let words = new Answer(later.Item.Pattern.Replace('*', '\u0001').TrimEnd('$'), null, null, null, null)
        from earlier in rows.Take(later.Index)
        where earlier is { Status: null, Reply: null, Stage: null } && (!earlier.Pattern.EndsWith('$') || later.Item.Pattern.EndsWith('$')) && earlier.Matches(words)
        select $"{later.Item.Pattern} behind {earlier.Pattern}";
}
