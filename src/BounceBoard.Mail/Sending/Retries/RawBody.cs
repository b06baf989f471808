using MimeKit;
using MimeKit.IO;

namespace BounceBoard.Mail.Sending.Retries;

/// <summary>The body of a mail as bytes, whatever its header says about them: written as it is, so a signature over it holds.
/// A held one asks, when all of it has left this machine, whether the final dot may follow.</summary>
internal sealed class RawBody : MimePart
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Func<CancellationToken, Task>? _handOver;

    /// <param name="handOver">Throws when the dot must not follow; null: the mail is not sent, only read.</param>
    public RawBody(ReadOnlyMemory<byte> bytes, bool eightBit, Func<CancellationToken, Task>? handOver)
    {
        _bytes = bytes;
        _handOver = handOver;
        Headers.Clear();
        if (eightBit)
        {
            // Here MailKit looks whether to declare 8BITMIME (RFC 6152).
            ContentTransferEncoding = ContentEncoding.EightBit;
        }
    }

    public override void WriteTo(FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default)
    {
        if (_handOver is not null)
        {
            // The way that does not ask is no way.
            throw new NotSupportedException();
        }
        stream.Write(_bytes.Span);
    }

    public override async Task WriteToAsync(FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default)
    {
        await stream.WriteAsync(_bytes, cancellationToken);
        if (_handOver is not null)
        {
            // MailKit's filter (it doubles dots) flushes into the buffer of the connection below it, and no further.
            var filter = stream as FilteredStream ?? throw new NotSupportedException("MailKit writes in a way in which the dot cannot be held back.");
            await filter.FlushAsync(cancellationToken);
            await filter.Source.FlushAsync(cancellationToken);
            await _handOver(cancellationToken);
        }
    }
}
