using MimeKit;

namespace BounceBoard.Mail.Sending.Retries;

/// <summary>The body of a mail as bytes; when they have all left this machine, it asks whether the final dot may follow.</summary>
internal sealed class HeldBody : MimePart
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Func<CancellationToken, Task> _handOver;

    /// <param name="handOver">Throws when the dot must not follow.</param>
    public HeldBody(ReadOnlyMemory<byte> bytes, bool eightBit, Func<CancellationToken, Task> handOver)
    {
        _bytes = bytes;
        _handOver = handOver;
        // The mail's own header says what it is; MailKit reads here only whether to declare 8BITMIME (RFC 6152).
        Headers.Clear();
        if (eightBit)
        {
            ContentTransferEncoding = ContentEncoding.EightBit;
        }
    }

    public override async Task WriteToAsync(FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default)
    {
        await stream.WriteAsync(_bytes, cancellationToken);
        await stream.FlushAsync(cancellationToken);
        await _handOver(cancellationToken);
    }
}
