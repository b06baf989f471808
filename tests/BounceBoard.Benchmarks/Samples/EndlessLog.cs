namespace BounceBoard.Benchmarks.Samples;

/// <summary>A Postfix log of a given size that is written while it is read.</summary>
internal sealed class EndlessLog(long bytes) : Stream
{
    private const int MessagesAtOnce = 1000;
    private readonly MemoryStream _piece = new();
    private long _left = bytes;
    private int _next;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_piece.Position == _piece.Length && _left > 0)
        {
            _piece.SetLength(0);
            // One in ten is refused; the numbers begin again before the queue ids would grow longer.
            PostfixLog.Write(_piece, MessagesAtOnce, 10, _next);
            _next = (_next + MessagesAtOnce) % 50_000_000;
            _piece.Position = 0;
        }
        var read = _piece.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        _left -= read;
        return read;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
