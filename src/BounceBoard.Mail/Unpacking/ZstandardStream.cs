using ZstdSharp;
using ZstdSharp.Unsafe;

namespace BounceBoard.Mail.Unpacking;

/// <summary>
/// Expands Zstandard (RFC 8878), whose own library tells of broken input in its own way. A file may ask for a window of at most 32 MB (level 21 and
/// below; not <c>--long</c>): the window is memory that the sender chooses.
/// </summary>
internal sealed class ZstandardStream : Stream
{
    private const int WindowLog = 25;
    private readonly DecompressionStream _expanding;

    public ZstandardStream(Stream compressed, bool leaveOpen = true)
    {
        _expanding = new DecompressionStream(compressed, leaveOpen: leaveOpen);
        _expanding.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, WindowLog);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="InvalidDataException">The input is broken, cut short, or asks for too large a window.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await _expanding.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception fault) when (fault is ZstdException or EndOfStreamException)
        {
            throw Broken(fault);
        }
    }

    /// <exception cref="InvalidDataException">The input is broken, cut short, or asks for too large a window.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return _expanding.Read(buffer, offset, count);
        }
        catch (Exception fault) when (fault is ZstdException or EndOfStreamException)
        {
            throw Broken(fault);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _expanding.Dispose();
        }
        base.Dispose(disposing);
    }

    private static InvalidDataException Broken(Exception fault) =>
        new($"cannot be expanded ({fault.Message.TrimEnd('.')}); compress the file again, or send it uncompressed", fault);
}
