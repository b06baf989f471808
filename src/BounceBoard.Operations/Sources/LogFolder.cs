using BounceBoard.Storage.Sources;

namespace BounceBoard.Operations.Sources;

/// <summary>What stands at a followed path and beside it.</summary>
internal static class LogFolder
{
    /// <summary>What the path leads to, through links.</summary>
    public static string Real(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (IOException)
        {
            // A loop of links, or nothing there: as written.
            return path;
        }
    }

    /// <summary>Rotated logs, the oldest first. What a compressor has not finished yet still stands beside its source.</summary>
    public static IEnumerable<(string Path, FileStat Stat)> Rotated(string real, LogGenerationRow row)
    {
        var files = Around(real, row).ToList();
        var names = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return files
            .Where(file => RotatedNames.Is(Path.GetFileName(real), Path.GetFileName(file.Path)))
            .Where(file => RotatedNames.Plain(file.Path) is var plain && (plain == file.Path || !names.Contains(plain)))
            .OrderBy(file => file.Stat.ModifiedAt);
    }

    /// <summary>All regular files beside the log. Links are not followed here: only the owner's own path may be one.</summary>
    public static IEnumerable<(string Path, FileStat Stat)> Around(string real, LogGenerationRow row) =>
        new[] { Path.GetDirectoryName(real), Path.GetDirectoryName(row.File) }
            .OfType<string>()
            .Distinct()
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder))
            .SelectMany(path => FileStat.Of(path) is { IsRegular: true } stat ? ((string Path, FileStat Stat)[])[(path, stat)] : []);
}
