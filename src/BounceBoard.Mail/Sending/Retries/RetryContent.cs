using System.Diagnostics.CodeAnalysis;
using System.Text;
using MimeKit;

namespace BounceBoard.Mail.Sending.Retries;

/// <summary>A mail as it goes over the wire: lines end in CRLF and in nothing else, so no server can see an end of data where there is none
/// (a bare LF or CR is what SMTP smuggling is made of).</summary>
internal sealed class RetryContent
{
    private RetryContent(HeaderList header, ReadOnlyMemory<byte> body, bool isEightBit, int size) =>
        (Header, Body, IsEightBit, Size) = (header, body, isEightBit, size);

    public HeaderList Header { get; }

    public ReadOnlyMemory<byte> Body { get; }

    public bool IsEightBit { get; }

    /// <summary>In bytes, without the dots that transparency adds (RFC 5321 §4.5.2).</summary>
    public int Size { get; }

    /// <returns>False when it has no header that can be read.</returns>
    public static bool TryRead(ReadOnlySpan<byte> mail, [NotNullWhen(true)] out RetryContent? content)
    {
        content = null;
        var bytes = CrLf.Of(mail);
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end <= 0)
        {
            return false;
        }
        try
        {
            var body = bytes.AsMemory(end + 4);
            var header = HeaderList.Load(new MemoryStream(bytes, 0, end + 4, writable: false));
            content = new RetryContent(header, body, !Ascii.IsValid(body.Span), bytes.Length);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The mail for MailKit; the last thing it writes is the body, and then it asks.</summary>
    public MimeMessage Message(Func<CancellationToken, Task> handOver)
    {
        if (IsEightBit)
        {
            // MailKit reads it from the body and writes it from there.
            Header.RemoveAll(HeaderId.ContentTransferEncoding);
        }
        return new MimeMessage(Header) { Body = new RawBody(Body, IsEightBit, handOver) };
    }
}
