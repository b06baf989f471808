namespace BounceBoard.Mail.Sending.Retries;

/// <summary>One mail to one recipient.</summary>
/// <param name="EnvelopeSender">Where the bounce goes: the VERP address.</param>
/// <param name="Recipient">As it was submitted; the spelling is kept.</param>
/// <param name="Content">Header, empty line and body; line ends are made CRLF while it is sent.</param>
public sealed record RetryMessage(string EnvelopeSender, string Recipient, ReadOnlyMemory<byte> Content)
{
    /// <summary>The recipient's quoted local part stood in the sent log: otherwise it is not sent to.</summary>
    public bool QuotedSeenInLog { get; init; }

    // Neither addresses nor text belong in a log.
    public override string ToString() => $"{Content.Length} bytes";
}
