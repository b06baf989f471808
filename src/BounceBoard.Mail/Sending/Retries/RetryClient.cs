using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace BounceBoard.Mail.Sending.Retries;

/// <summary>MailKit's client, kept from changing the mail and from sending it in another form than DATA.</summary>
internal sealed class RetryClient(IProtocolLogger log) : SmtpClient(log)
{
    /// <summary>Size of the mail that is sent next, in bytes.</summary>
    public long Size { get; set; }

    /// <summary>Each command waits for its reply, so a reply belongs to one stage; BDAT has no final dot to hold back (RFC 3030).</summary>
    public void OneCommandAtATime() =>
        Capabilities &= ~(SmtpCapabilities.Pipelining | SmtpCapabilities.Chunking | SmtpCapabilities.BinaryMime);

    // Writing the mail to measure it would look like sending it.
    protected override Task<long> GetSizeAsync(FormatOptions options, MimeMessage message, CancellationToken cancellationToken) => Task.FromResult(Size);

    // The bytes go as they are: an encoding changed now would break the signature.
    protected override void Prepare(FormatOptions options, MimeMessage message, EncodingConstraint constraint, int maxLineLength)
    {
    }
}
