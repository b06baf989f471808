using BounceBoard.Storage.Sources;

namespace BounceBoard.Operations.Sources;

/// <summary>One turn at a followed log: the late lines of the file before, then the file that is read, then those that came after it.</summary>
internal sealed class LogTurn(LogFiling filing, LogTaking taking, TimeProvider time)
{
    /// <summary>Pieces of one turn; the lines before the position of a compressed file are expanded again in each, so it gets more at once.</summary>
    public const int Share = 4;
    private const int PackedShare = 64;

    /// <param name="generations">The newest first.</param>
    /// <param name="afterPiece">Reads what was filed.</param>
    /// <returns>The last file that was read; null when there is none yet.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not read a file.</exception>
    public async Task<FollowedFile?> RunAsync(
        FollowedLogRow log, IReadOnlyList<LogGenerationRow> generations, Func<Task> afterPiece, CancellationToken cancellationToken)
    {
        if (generations is not [var newest, ..])
        {
            return await BeginAsync(log, cancellationToken) is { } first ? await ReadAsync(first, afterPiece, cancellationToken) : null;
        }
        var state = new FollowedFile(log, newest, 0);
        if (generations is [_, var former])
        {
            var late = await LateAsync(state with { File = former }, afterPiece, cancellationToken);
            state = late with { File = newest, Former = late.File };
        }
        return state.IsOurs ? await ReadAsync(state, afterPiece, cancellationToken) : state;
    }

    private async Task<FollowedFile?> BeginAsync(FollowedLogRow log, CancellationToken cancellationToken)
    {
        // Since it is followed it may have been made, written and rotated already.
        using var open = LogSearch.Next(log.Path, LogGenerationRow.Unknown(LogFolder.Real(log.Path), log.CreatedAt), null, null);
        if (open is null)
        {
            await filing.ProblemAsync(log, LogProblems.Missing, cancellationToken);
            return null;
        }
        var first = open.First(1, 0);
        return await filing.BeginAsync(log, first, null, cancellationToken) ? new FollowedFile(log, first, 0) : null;
    }

    private async Task<FollowedFile> LateAsync(FollowedFile state, Func<Task> afterPiece, CancellationToken cancellationToken)
    {
        // Without a fingerprint it may be any file that got its inode.
        if (state.File.FingerprintSize == 0 || FileStat.Of(state.File.File) is not { IsRegular: true } stat || stat.Inode != state.File.Inode
            || stat.Size <= state.File.Position)
        {
            return state;
        }
        using var open = OpenLog.Open(state.File.File);
        return open.Stat.Inode == state.File.Inode && !open.IsPacked && open.Continues(state.File)
            ? await taking.RunAsync(open, state, new LogDrain(true, false, Share), afterPiece, cancellationToken)
            : state;
    }

    private async Task<FollowedFile> ReadAsync(FollowedFile state, Func<Task> afterPiece, CancellationToken cancellationToken)
    {
        while (state.IsOurs)
        {
            using var open = LogSearch.Find(state.Log.Path, state.File, state.Former);
            var isLive = open is not null && open.Path == LogFolder.Real(state.Log.Path);
            using var next = isLive ? null : LogSearch.Next(state.Log.Path, state.File, state.Former, open);
            var isOver = open is not null && next is not null && FollowRule.IsOver(open.Stat, next.Stat, time.GetUtcNow());
            string? loss = null;
            if (open is not null)
            {
                await TellCopyAsync(open, state, isLive, cancellationToken);
                (state, loss) = await TakeAsync(open, state, isLive, isOver, afterPiece, cancellationToken);
            }
            if (!state.IsOurs || isLive || (open is not null && (!isOver || !state.IsEmptied)))
            {
                await SettleAsync(state, isAway: open is not null && !isLive && next is null, cancellationToken);
                return state;
            }
            if (next is null || (open is null && IsFirstLook(state)))
            {
                await filing.ProblemAsync(state.Log, next is null ? LogProblems.Missing : LogProblems.OutOfSight, cancellationToken);
                return state;
            }
            state = await GoOnAsync(state, next, loss ?? LossOf(open, next, state.File), cancellationToken);
        }
        return state;
    }

    private async Task<(FollowedFile State, string? Loss)> TakeAsync(
        OpenLog open, FollowedFile state, bool isLive, bool isOver, Func<Task> afterPiece, CancellationToken cancellationToken)
    {
        var drain = new LogDrain(
            !isLive || FollowRule.TakesFew(state.Log, open.Stat, time.GetUtcNow()), isOver, state.Taken + (open.IsPacked ? PackedShare : Share));
        try
        {
            return (await taking.RunAsync(open, state, drain, afterPiece, cancellationToken), null);
        }
        catch (InvalidDataException)
        {
            return (state with { IsEmptied = true }, LogProblems.Broken(open.Path));
        }
    }

    // The inode at the path is still the one that was read, its lines are elsewhere.
    private Task TellCopyAsync(OpenLog open, FollowedFile state, bool isLive, CancellationToken cancellationToken) =>
        !isLive && open.Stat.Inode != state.File.Inode && FileStat.Of(LogFolder.Real(state.Log.Path))?.Inode == state.File.Inode
            ? filing.LossAsync(state.Log, LogProblems.Copied(state.File.Position), cancellationToken)
            : Task.CompletedTask;

    private Task SettleAsync(FollowedFile state, bool isAway, CancellationToken cancellationToken) =>
        state.IsOurs ? filing.ProblemAsync(state.Log, isAway ? LogProblems.Missing : null, cancellationToken) : Task.CompletedTask;

    private async Task<FollowedFile> GoOnAsync(FollowedFile state, OpenLog next, string? loss, CancellationToken cancellationToken)
    {
        var row = next.First(state.File.Number + 1, 0);
        return state with
        {
            File = row,
            Former = state.File,
            IsOurs = await filing.BeginAsync(state.Log, row, loss, cancellationToken),
            IsEmptied = false,
            Log = state.Log with { Problem = null, ProblemAt = null },
        };
    }

    // While files are renamed one after the other, one may be missed by a look; what is still out of sight at the next look is gone.
    private static bool IsFirstLook(FollowedFile state) => state.File.FingerprintSize > 0 && state.Log.Problem is null;

    private static string? LossOf(OpenLog? open, OpenLog next, LogGenerationRow row) => open switch
    {
        not null => null,
        _ when row.FingerprintSize == 0 => null,
        _ when next.Stat.Inode == row.Inode => LogProblems.Truncated(row.Position),
        _ => LogProblems.Gone(row.Position),
    };
}
