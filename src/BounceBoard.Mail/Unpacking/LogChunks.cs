using System.Runtime.CompilerServices;
using BounceBoard.Core.Evidence;

namespace BounceBoard.Mail.Unpacking;

/// <summary>Cuts a log of any length into pieces at line ends; one piece is in memory at a time.</summary>
internal static class LogChunks
{
    public static async IAsyncEnumerable<EvidenceItem> CutAsync(
        Stream log, string name, InputLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ordinal = 0;
        var carried = ReadOnlyMemory<byte>.Empty;
        while (true)
        {
            var buffer = new byte[limits.LogChunkBytes];
            carried.CopyTo(buffer);
            var read = await log.ReadAtLeastAsync(buffer.AsMemory(carried.Length), buffer.Length - carried.Length, false, cancellationToken);
            var length = carried.Length + read;
            var atEnd = length < buffer.Length;
            var lineEnd = buffer.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
            // A line longer than a whole piece is no log line; it is cut, so that memory stays flat.
            var end = atEnd || lineEnd == 0 ? length : lineEnd;
            if (end > 0)
            {
                yield return new EvidenceItem(name, EvidenceKind.Log, buffer.AsMemory(0, end), name, ++ordinal, null);
            }
            if (atEnd)
            {
                yield break;
            }
            carried = buffer.AsMemory(end, length - end);
        }
    }
}
