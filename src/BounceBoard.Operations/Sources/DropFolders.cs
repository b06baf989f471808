using BounceBoard.Storage.Database;

namespace BounceBoard.Operations.Sources;

/// <summary>Checks a folder before it is watched.</summary>
internal static class DropFolders
{
    /// <returns>Why the folder cannot be watched, or null.</returns>
    public static string? Problem(string folder, StorageOptions storage)
    {
        if (!Path.IsPathFullyQualified(folder))
        {
            return $"'{folder}' is not an absolute path. Write the whole path of a folder on the machine BounceBoard runs on.";
        }
        if (!Directory.Exists(folder))
        {
            return $"There is no folder '{folder}' on the machine BounceBoard runs on, or its account may not enter it.";
        }
        if (Overlap(Real(folder), Real(storage.DataDirectory)))
        {
            return "The folder and BounceBoard's own data directory must not contain each other.";
        }
        try
        {
            _ = Directory.EnumerateFileSystemEntries(folder).Any();
            return null;
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            return $"The folder '{folder}' cannot be read: {failure.Message} Give the account of BounceBoard the right to read it.";
        }
    }

    /// <summary>True when one folder is the other or lies in it, whatever links lead there.</summary>
    public static bool Overlap(string one, string other) => IsIn(one, other) || IsIn(other, one);

    /// <summary>True when the one is the other or lies in it, whatever links lead there.</summary>
    public static bool IsIn(string inner, string outer) => IsInside(Real(inner), Real(outer));

    private static bool IsInside(string inner, string outer) =>
        inner == outer || inner.StartsWith(outer.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // Every part of the path may be a link, not only the last.
    private static string Real(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var parent = Path.GetDirectoryName(full);
        if (parent is null)
        {
            return full;
        }
        var here = Path.Combine(Real(parent), Path.GetFileName(full));
        try
        {
            return Directory.ResolveLinkTarget(here, returnFinalTarget: true)?.FullName ?? here;
        }
        catch (IOException)
        {
            // A loop of links, or nothing there: as written.
            return here;
        }
    }
}
