namespace BounceBoard.Operations.Sources;

/// <summary>Cuts an open file into pieces at line ends and files them; one piece is in memory at a time.</summary>
internal sealed class LogTaking(LogFiling filing)
{
    /// <param name="afterPiece">Reads what was filed; its failure ends the turn, and nothing is lost.</param>
    /// <exception cref="IOException">It cannot be read on; what was taken stays taken.</exception>
    /// <exception cref="InvalidDataException">It is compressed and broken; what was taken stays taken.</exception>
    public async Task<FollowedFile> RunAsync(
        OpenLog open, FollowedFile state, LogDrain drain, Func<Task> afterPiece, CancellationToken cancellationToken)
    {
        open.Seek(state.File.Position);
        var buffer = new byte[FollowRule.Most];
        var carried = 0;
        while (true)
        {
            var length = carried + open.Read(buffer.AsSpan(carried));
            var isLast = length < buffer.Length;
            var end = End(buffer.AsSpan(0, length), isLast, drain);
            if (end == 0)
            {
                return await EmptiedAsync(open, state, length, drain, cancellationToken);
            }
            var next = open.Seen(state.File, state.File.Position + end);
            next = isLast ? next : next with { Size = next.Position };
            if (await filing.TakeAsync(state.Log, state.File, next, Lines(open, state, buffer.AsMemory(0, end)), cancellationToken) is not { } log)
            {
                return state with { IsOurs = false };
            }
            state = state with { Log = log, File = next, Taken = state.Taken + 1 };
            await afterPiece();
            buffer.AsSpan(end, length - end).CopyTo(buffer);
            carried = length - end;
            if (isLast || state.Taken >= drain.Pieces)
            {
                return state with { IsEmptied = isLast };
            }
        }
    }

    // A line longer than a piece is no log line; it is cut, so that memory stays flat.
    private static int End(ReadOnlySpan<byte> lines, bool isLast, LogDrain drain)
    {
        var whole = lines.LastIndexOf((byte)'\n') + 1;
        return isLast switch
        {
            true when drain.TakesHalf => lines.Length,
            true => drain.TakesFew || whole >= FollowRule.Enough ? whole : 0,
            false => whole == 0 ? lines.Length : whole,
        };
    }

    // The first piece of a table that is followed from its middle has the names of the columns before it.
    private static ReadOnlyMemory<byte> Lines(OpenLog open, FollowedFile state, ReadOnlyMemory<byte> lines) =>
        state.Log.Ordinal == 0 && state.File.Position > 0 && !open.Heading.IsEmpty
            ? (byte[])[.. open.Heading.Span, .. lines.Span]
            : lines;

    private async Task<FollowedFile> EmptiedAsync(
        OpenLog open, FollowedFile state, int left, LogDrain drain, CancellationToken cancellationToken)
    {
        var seen = open.Seen(state.File, state.File.Position);
        // Known as it is, it is not opened again before it changes; what waits for more lines is.
        if (seen != state.File && (drain.TakesFew || left == 0))
        {
            await filing.SeeAsync(state.Log, seen, cancellationToken);
        }
        return state with { File = seen, IsEmptied = true };
    }
}
