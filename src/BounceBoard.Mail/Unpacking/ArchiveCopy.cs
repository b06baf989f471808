namespace BounceBoard.Mail.Unpacking;

/// <summary>Keeps what is read from an archive, up to a limit, so that an archive that proves broken can be quarantined as it came.</summary>
internal sealed class ArchiveCopy(Stream archive, long limit) : Stream
{
    private MemoryStream? _copy;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>It is an archive: all is kept from now on.</summary>
    /// <param name="head">What was read of it before that was known.</param>
    public void Begin(ReadOnlySpan<byte> head)
    {
        _copy = new MemoryStream();
        Keep(head);
    }

    /// <summary>Reads on to the end or the limit.</summary>
    /// <returns>The whole archive, or null when it is larger than the limit.</returns>
    public async Task<ReadOnlyMemory<byte>?> WholeAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        while (_copy is not null && await ReadAsync(buffer, cancellationToken) > 0)
        {
        }
        // A bare null here would become an empty memory (there is a conversion from arrays), which is no null.
        return _copy is null ? default(ReadOnlyMemory<byte>?) : _copy.ToArray();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await archive.ReadAsync(buffer, cancellationToken);
        Keep(buffer.Span[..count]);
        return count;
    }

    public override int Read(Span<byte> buffer)
    {
        var count = archive.Read(buffer);
        Keep(buffer[..count]);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Keep(ReadOnlySpan<byte> read)
    {
        if (_copy is not null && _copy.Length + read.Length > limit)
        {
            _copy = null;
        }
        _copy?.Write(read);
    }
}
