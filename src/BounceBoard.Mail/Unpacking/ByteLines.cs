using System.Buffers;
using System.Runtime.CompilerServices;

namespace BounceBoard.Mail.Unpacking;

/// <summary>Reads a stream line by line, line end kept; a line longer than the buffer comes in pieces.</summary>
internal static class ByteLines
{
    private const int BufferBytes = 256 * 1024;

    /// <summary>Each line is valid until the next one is asked for.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Rented: every mail that came with an mbox mark is read through here, and a buffer of this size costs a full collection every few mails.
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            await foreach (var line in ReadAsync(stream, buffer, cancellationToken))
            {
                yield return line;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(Stream stream, byte[] buffer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (start, end) = (0, 0);
        while (true)
        {
            var lineEnd = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (lineEnd >= 0)
            {
                yield return buffer.AsMemory(start, lineEnd + 1);
                start += lineEnd + 1;
                continue;
            }
            if (start == 0 && end == buffer.Length)
            {
                yield return buffer.AsMemory(0, end);
                end = 0;
            }
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken);
            if (read == 0)
            {
                break;
            }
            end += read;
        }
        if (end > 0)
        {
            yield return buffer.AsMemory(0, end);
        }
    }
}
