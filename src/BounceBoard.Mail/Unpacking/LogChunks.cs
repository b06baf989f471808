using System.Runtime.CompilerServices;
using BounceBoard.Core.Evidence;

namespace BounceBoard.Mail.Unpacking;

/// <summary>Cuts a log of any length into pieces at line ends; one piece is in memory at a time.</summary>
internal static class LogChunks
{
    /// <param name="live">Where the log comes from while it is written: a pause in it ends a piece. Null when it does not grow.</param>
    public static async IAsyncEnumerable<EvidenceItem> CutAsync(
        Stream log, string name, InputLimits limits, WaitingStream? live, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ordinal = 0;
        var buffer = new byte[limits.LogChunkBytes];
        var length = 0;
        while (true)
        {
            (length, var isPaused) = await FillAsync(log, buffer, length, live, cancellationToken);
            var atEnd = !isPaused && length < buffer.Length;
            var lineEnd = buffer.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
            // A line longer than a whole piece is no log line; it is cut, so that memory stays flat.
            var end = atEnd || lineEnd == 0 ? length : lineEnd;
            // The piece is its taker's from now on: a whole one with its buffer, the few lines before a pause as a copy.
            var piece = isPaused ? buffer.AsSpan(0, end).ToArray() : buffer.AsMemory(0, end);
            var rest = buffer.AsMemory(end, length - end);
            buffer = isPaused || atEnd ? buffer : new byte[limits.LogChunkBytes];
            rest.CopyTo(buffer);
            length = rest.Length;
            if (end > 0)
            {
                yield return new EvidenceItem(name, EvidenceKind.Log, piece, name, ++ordinal, null);
            }
            if (atEnd)
            {
                yield break;
            }
        }
    }

    private static async Task<(int Length, bool IsPaused)> FillAsync(
        Stream log, byte[] buffer, int length, WaitingStream? live, CancellationToken cancellationToken)
    {
        while (length < buffer.Length)
        {
            if (live is not null && buffer.AsSpan(0, length).Contains((byte)'\n') && await live.IsQuietAsync(cancellationToken))
            {
                return (length, true);
            }
            var count = await log.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (count == 0)
            {
                break;
            }
            length += count;
        }
        return (length, false);
    }
}
