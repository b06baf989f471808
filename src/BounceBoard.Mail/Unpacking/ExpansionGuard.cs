namespace BounceBoard.Mail.Unpacking;

/// <summary>Counts what an archive expands to and ends the reading when it grows past its limits; what the archive says of its own sizes is not asked.</summary>
/// <param name="most">Most expanded bytes; null for a log that is streamed.</param>
/// <param name="compressed">Compressed bytes taken so far.</param>
internal sealed class ExpansionGuard(InputLimits limits, long? most, Func<long> compressed)
{
    private long _expanded;

    /// <exception cref="InvalidDataException">A limit is passed; the text is for the person who sent the file.</exception>
    public void Add(int bytes)
    {
        _expanded += bytes;
        if (_expanded > most)
        {
            throw new InvalidDataException(
                $"expands to more than {most / (1024 * 1024)} MB (stopped at byte {_expanded}); send the files one by one, or a log as .gz of its own");
        }
        if (_expanded > limits.RatioFreeBytes && _expanded > compressed() * limits.ExpansionRatio)
        {
            throw new InvalidDataException(
                $"expands more than {limits.ExpansionRatio} times (stopped at byte {_expanded}): it looks like a decompression bomb; send the file uncompressed");
        }
    }

    public Stream Watch(Stream expanding) => new WatchedStream(expanding, this);

    private sealed class WatchedStream(Stream inner, ExpansionGuard guard) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await inner.ReadAsync(buffer, cancellationToken);
            guard.Add(count);
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            guard.Add(read);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
