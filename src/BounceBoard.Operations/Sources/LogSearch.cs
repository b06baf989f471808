using BounceBoard.Storage.Sources;

namespace BounceBoard.Operations.Sources;

/// <summary>
/// Finds the file that was behind a followed path, and the one that came after it. Renamed files keep their inode; copied, compressed or replaced ones
/// are known by their beginning; a rotation keeps the time of the last line, so the order of those times is the order of the files.
/// </summary>
internal static class LogSearch
{
    /// <summary>The file of the row, wherever it stands by now.</summary>
    /// <param name="former">The file before it, which is read already.</param>
    /// <returns>Null when it is gone.</returns>
    /// <exception cref="UnauthorizedAccessException">It is there, and this account may not read it.</exception>
    public static OpenLog? Find(string path, LogGenerationRow row, LogGenerationRow? former)
    {
        var real = LogFolder.Real(path);
        // Nothing of it was known but its inode. Lines that were rotated away since come first: they may be its own, and the inode another file's.
        if (row.FingerprintSize == 0 && Unread(real, row, former).Any(file => IsAfter(file.Stat, row.ModifiedAt) && file.Stat.Inode != row.Inode))
        {
            return null;
        }
        return AtInode([real, row.File], row) ?? AtInode(LogFolder.Around(real, row).Select(file => file.Path), row) ?? Alike(real, row);
    }

    /// <summary>The file that came after that of the row: the next of those that were rotated since, or else what is behind the path now.</summary>
    /// <param name="former">The file before that of the row.</param>
    /// <param name="found">The row's own file; null when it is gone.</param>
    public static OpenLog? Next(string path, LogGenerationRow row, LogGenerationRow? former, OpenLog? found)
    {
        var real = LogFolder.Real(path);
        var after = found?.Stat.ModifiedAt ?? row.ModifiedAt;
        var rotated = Unread(real, row, former)
            .Where(file => IsAfter(file.Stat, after) && file.Stat.Inode != found?.Stat.Inode)
            .Select(file => TryOpen(file.Path))
            .FirstOrDefault(log => log is not null);
        if (rotated is not null)
        {
            return rotated;
        }
        return FileStat.Of(real) is { IsRegular: true } stat && stat.Inode != found?.Stat.Inode ? OpenLog.Open(real) : null;
    }

    private static OpenLog? AtInode(IEnumerable<string> paths, LogGenerationRow row)
    {
        foreach (var path in paths.Distinct().Where(path => IsOf(FileStat.Of(path), row)))
        {
            if (TryOpenReadable(path) is { } log)
            {
                // It may have been renamed between the look and the opening.
                if (IsOf(log.Stat, row) && log.Continues(row))
                {
                    return log;
                }
                log.Dispose();
            }
        }
        return null;
    }

    private static OpenLog? Alike(string real, LogGenerationRow row)
    {
        if (row.FingerprintSize == 0)
        {
            return null;
        }
        // A file that was replaced by a longer copy of itself stands at the path.
        foreach (var path in LogFolder.Rotated(real, row).Where(file => !IsBefore(file.Stat, row)).Select(file => file.Path).Prepend(real))
        {
            if (FileStat.Of(path) is { IsRegular: true } && TryOpen(path) is { } log)
            {
                if (log.Continues(row))
                {
                    return log;
                }
                log.Dispose();
            }
        }
        return null;
    }

    /// <summary>The inode tells; the device's number may change with a restart of the machine, and then the beginning of the file tells.</summary>
    private static bool IsOf(FileStat? stat, LogGenerationRow row) =>
        stat is { IsRegular: true } && stat.Inode == row.Inode && (stat.Device == row.Device || row.FingerprintSize > 0);

    // A late line, or its compression, must not make a file that is read already the next one. Its inode says nothing: another may have got it.
    private static IEnumerable<(string Path, FileStat Stat)> Unread(string real, LogGenerationRow row, LogGenerationRow? former) =>
        LogFolder.Rotated(real, row).Where(file => former is null || (file.Stat.ModifiedAt > former.ModifiedAt.AddMilliseconds(1) && !IsFormer(file.Path, former)));

    private static bool IsFormer(string path, LogGenerationRow former)
    {
        using var log = former.FingerprintSize > 0 ? TryOpen(path) : null;
        return log is not null && log.Continues(former);
    }

    private static bool IsAfter(FileStat stat, DateTimeOffset time) => stat.Size > 0 && stat.ModifiedAt > time;

    // The tables keep milliseconds.
    private static bool IsBefore(FileStat stat, LogGenerationRow row) => stat.ModifiedAt.ToUnixTimeMilliseconds() < row.ModifiedAt.ToUnixTimeMilliseconds();

    private static OpenLog? TryOpenReadable(string path)
    {
        try
        {
            return OpenLog.Open(path);
        }
        catch (IOException)
        {
            // Moved away since it was listed.
            return null;
        }
        catch (InvalidDataException)
        {
            // Compressed and not whole.
            return null;
        }
    }

    private static OpenLog? TryOpen(string path)
    {
        try
        {
            return TryOpenReadable(path);
        }
        catch (UnauthorizedAccessException)
        {
            // Somebody else's file beside the log.
            return null;
        }
    }
}
