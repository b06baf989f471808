using System.Globalization;

namespace BounceBoard.Operations.Sources;

/// <summary>Names under which the pieces of a followed log belong together, through all its rotations.</summary>
internal static class FollowedStreams
{
    private const string Mark = "follow/";

    public static string Of(long sourceId) => string.Create(CultureInfo.InvariantCulture, $"{Mark}{sourceId:x}");

    // Those of uploads begin with a number.
    public static bool Is(string stream) => stream.StartsWith(Mark, StringComparison.Ordinal);
}
