using System.Net.Sockets;

namespace BounceBoard.Mail.Sending.Retries;

/// <summary>The connection, with two limits on its other end: what a reply may cost in bytes, and how long it may take from the last byte written.</summary>
internal sealed class GuardedStream(Socket socket, CancellationTokenSource limit, TimeSpan patience) : Stream
{
    // A reply has no upper bound in RFC 5321; a certificate chain stays well below this too.
    private const int ReplyLimit = 64 * 1024;

    private readonly NetworkStream _inner = new(socket, ownsSocket: true);
    private int _heard;

    /// <summary>Something was written since <see cref="Rest"/>.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>The other end neither spoke nor hung up.</summary>
    public bool IsQuiet => !socket.SafeHandle.IsClosed && socket.Connected && !socket.Poll(0, SelectMode.SelectRead);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Begins a new wait.</summary>
    public void Rest()
    {
        HasWritten = false;
        limit.CancelAfter(patience);
    }

    /// <summary>Ends the connection at once: whatever is still buffered above never leaves.</summary>
    public void Abort()
    {
        if (!socket.SafeHandle.IsClosed)
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Dispose();
        }
    }

    public override void Flush() => _inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => _inner.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => Heard(_inner.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Heard(await _inner.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count)
    {
        Wrote();
        _inner.Write(buffer, offset, count);
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Wrote();
        await _inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }
        base.Dispose(disposing);
    }

    private int Heard(int count)
    {
        _heard += count;
        return _heard <= ReplyLimit ? count : throw new IOException("The reply does not end.");
    }

    private void Wrote()
    {
        HasWritten = true;
        _heard = 0;
        limit.CancelAfter(patience);
    }
}
