namespace BounceBoard.Mail.Unpacking;

/// <summary>An input that a program writes to now and then: it can be asked whether more has come before anybody waits for it.</summary>
/// <param name="pause">Nothing for so long is a pause.</param>
internal sealed class WaitingStream(Stream input, TimeSpan pause) : Stream
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private ReadOnlyMemory<byte> _left;
    private Task<int>? _pending;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>True when nothing comes for a while; false when there is something to read, or the end.</summary>
    public async Task<bool> IsQuietAsync(CancellationToken cancellationToken)
    {
        if (!_left.IsEmpty)
        {
            return false;
        }
        var pending = Pending(cancellationToken);
        await Task.WhenAny(pending, Task.Delay(pause, cancellationToken));
        return !pending.IsCompleted;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_left.IsEmpty)
        {
            _left = _buffer.AsMemory(0, await Pending(cancellationToken));
            _pending = null;
        }
        var count = Math.Min(buffer.Length, _left.Length);
        _left[..count].CopyTo(buffer);
        _left = _left[count..];
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("It is read without blocking.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // A terminal or pipe may block the thread that asks it.
    private Task<int> Pending(CancellationToken cancellationToken) =>
        _pending ??= Task.Run(() => input.ReadAsync(_buffer, cancellationToken).AsTask(), cancellationToken);
}
