using BounceBoard.Storage.Sources;

namespace BounceBoard.Operations.Sources;

/// <summary>When lines of a growing log are taken: many at once, or few after a short while.</summary>
internal static class FollowRule
{
    /// <summary>Bytes that are taken at once, however few wait behind them.</summary>
    public const int Enough = 512 * 1024;

    /// <summary>Bytes of one piece; a backlog is taken in such pieces.</summary>
    public const int Most = 4 * 1024 * 1024;

    /// <summary>Without growth for so long, what is there is taken.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>A log that never pauses gives a piece so often.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>A renamed log may still be written to until its program opens the new one.</summary>
    private static readonly TimeSpan Over = TimeSpan.FromSeconds(10);

    /// <summary>A file server's clock may go ahead by so much. A time further ahead is of before this clock was set back, which may be hours to wait for.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);

    /// <summary>Whether less than <see cref="Enough"/> is taken now.</summary>
    public static bool TakesFew(FollowedLogRow log, FileStat file, DateTimeOffset now) =>
        IsStill(file, Pause, now) || log.ReadAt is not { } last || now - last >= Longest || last > now;

    /// <summary>Whether nobody writes to a rotated file any more: the next one has lines, and it has been still.</summary>
    public static bool IsOver(FileStat rotated, FileStat next, DateTimeOffset now) => next.Size > 0 && IsStill(rotated, Over, now);

    /// <summary>Whether a look into the files may find something to take; asked of every log every few seconds, so it opens nothing.</summary>
    /// <param name="generations">The newest first.</param>
    /// <exception cref="IOException">The folder of the log cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not list it.</exception>
    public static bool MayTake(FollowedLogRow log, IReadOnlyList<LogGenerationRow> generations, DateTimeOffset now)
    {
        var there = FileStat.Of(LogFolder.Real(log.Path));
        if (generations is not [var current, ..])
        {
            return there is not null || log.Problem is null;
        }
        if (generations is [_, { FingerprintSize: > 0 } former] && FileStat.Of(former.File) is { } late && late.Inode == former.Inode && !IsUnchanged(late, former))
        {
            return true;
        }
        return there switch
        {
            // Known to be away: it may have come back and been rotated since the last look.
            null => log.Problem is null
                || (FileStat.Of(current.File) is { } last && !IsUnchanged(last, current))
                || LogFolder.Rotated(LogFolder.Real(log.Path), current).Any(file => IsUnread(file.Stat, current)),
            _ when there.Inode != current.Inode || there.Device != current.Device => true,
            _ => !IsUnchanged(there, current)
                && (there.Size < current.Position || there.Size - current.Position >= Enough || TakesFew(log, there, now)),
        };
    }

    private static bool IsStill(FileStat file, TimeSpan since, DateTimeOffset now) => now - file.ModifiedAt is var age && (age >= since || age < -Ahead);

    private static bool IsUnread(FileStat rotated, LogGenerationRow current) =>
        rotated.Size > 0 && rotated.ModifiedAt.ToUnixTimeMilliseconds() >= current.ModifiedAt.ToUnixTimeMilliseconds() && !IsUnchanged(rotated, current);

    private static bool IsUnchanged(FileStat file, LogGenerationRow row) =>
        file.Inode == row.Inode && file.Size == row.Size && file.ModifiedAt.ToUnixTimeMilliseconds() == row.ModifiedAt.ToUnixTimeMilliseconds();
}
