namespace BounceBoard.Core.Bounces;

/// <summary>Names of the categories as the command line's contract writes them.</summary>
public static class CategoryNames
{
    public static string ToName(BounceCategory category) => KebabName.Of(category);
}
