namespace BounceBoard.Storage.Database;

/// <summary>
/// What a person typed as a LIKE pattern in which nothing of it is a wildcard; the escape character is a backslash.
/// In lower case, for LOWER(column) LIKE: the engines differ in what LIKE folds.
/// </summary>
internal static class LikePattern
{
    /// <returns>Null when there is nothing to look for.</returns>
    public static string? Containing(string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? null
            : "%" + text.Trim().ToLowerInvariant().Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_") + "%";
}
