using System.Buffers;

namespace BounceBoard.Mail.Unpacking;

/// <summary>Gives back the bytes that were read to recognise a file, then the rest of it; counts what it gives.</summary>
internal sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream rest) : Stream
{
    private ReadOnlyMemory<byte> _prefix = prefix;

    /// <summary>Set where the stream is known to hold nothing behind its beginning: then <see cref="Prefix"/> is all of it.</summary>
    public bool IsAllPrefix { get; init; }

    /// <summary>What of the beginning was not given yet.</summary>
    public ReadOnlyMemory<byte> Prefix => _prefix;

    /// <summary>Bytes given so far.</summary>
    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    /// <summary>Reads the beginning of a stream, as much as asked unless it ends before.</summary>
    public static async Task<ReadOnlyMemory<byte>> HeadAsync(Stream stream, int bytes, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(bytes);
        try
        {
            var count = await stream.ReadAtLeastAsync(buffer.AsMemory(0, bytes), bytes, throwOnEndOfStream: false, cancellationToken);
            return buffer.AsSpan(0, count).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = TakePrefix(buffer.Span);
        count = count > 0 || buffer.IsEmpty ? count : await rest.ReadAsync(buffer, cancellationToken);
        Count += count;
        return count;
    }

    public override int Read(Span<byte> buffer)
    {
        var count = TakePrefix(buffer);
        count = count > 0 || buffer.IsEmpty ? count : rest.Read(buffer);
        Count += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int TakePrefix(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _prefix.Length);
        _prefix.Span[..count].CopyTo(buffer);
        _prefix = _prefix[count..];
        return count;
    }
}
