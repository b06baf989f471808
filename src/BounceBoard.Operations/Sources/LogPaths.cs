using BounceBoard.Storage.Database;
using BounceBoard.Storage.Sources;

namespace BounceBoard.Operations.Sources;

/// <summary>Checks a path before the log behind it is followed.</summary>
internal static class LogPaths
{
    /// <returns>Why the log cannot be followed, or null; one that will exist is good.</returns>
    public static string? Problem(string path, StorageOptions storage)
    {
        if (!OperatingSystem.IsLinux())
        {
            return "Logs are followed by device and inode, which BounceBoard can tell on Linux only. Copy them to a drop folder instead.";
        }
        if (!Path.IsPathFullyQualified(path))
        {
            return $"'{path}' is not an absolute path. Write the whole path of the log on this machine, for example /var/log/mail.log.";
        }
        if (Directory.Exists(path) || Path.EndsInDirectorySeparator(path))
        {
            return $"'{path}' is a folder. Name the log itself; a folder of finished files is watched as a drop folder.";
        }
        if (Path.GetDirectoryName(path) is not { } folder || !Directory.Exists(folder))
        {
            return $"There is no folder '{Path.GetDirectoryName(path)}' on this machine, or the account of BounceBoard may not enter it.";
        }
        if (DropFolders.IsIn(LogFolder.Real(path), storage.DataDirectory))
        {
            return "The log must not lie in BounceBoard's own data directory.";
        }
        return FileStat.Of(LogFolder.Real(path)) is { } stat ? ProblemOf(path, stat) : null;
    }

    /// <summary>A path that is read already, by itself or by a folder above it.</summary>
    /// <returns>Null when it is not.</returns>
    public static string? Taken(string path, IReadOnlyList<FollowedLogRow> logs, IReadOnlyList<SourceRow> folders)
    {
        var here = FileStat.Of(LogFolder.Real(path));
        if (logs.FirstOrDefault(log => IsSame(log.Path, path, here)) is { } same)
        {
            return $"'{same.Path}' is followed already. Its lines would come in twice, or for the wrong tenant.";
        }
        return folders.FirstOrDefault(source => source.Folder is { } folder && DropFolders.IsIn(LogFolder.Real(path), folder)) is { } above
            ? $"The log lies in '{above.Folder}', which is watched as a drop folder: it would be moved away as if it were finished."
            : null;
    }

    private static bool IsSame(string one, string other, FileStat? otherStat) =>
        LogFolder.Real(one) == LogFolder.Real(other)
        || (otherStat is not null && FileStat.Of(LogFolder.Real(one)) is { } stat && stat.Inode == otherStat.Inode && stat.Device == otherStat.Device);

    private static string? ProblemOf(string path, FileStat stat)
    {
        if (!stat.IsRegular)
        {
            return $"'{path}' is no regular file (a pipe, a socket or a device). Only files can be followed.";
        }
        try
        {
            using var open = OpenLog.Open(LogFolder.Real(path));
            return open.IsPacked ? $"'{path}' is compressed: it does not grow. Upload it, or put it into a drop folder." : null;
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException or InvalidDataException)
        {
            return $"'{path}' cannot be read: {failure.Message} Give the account of BounceBoard the right to read it, for example by the group of the log.";
        }
    }
}
