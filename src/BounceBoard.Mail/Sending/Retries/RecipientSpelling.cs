namespace BounceBoard.Mail.Sending.Retries;

/// <summary>Whether an address out of a bounce may be written into an SMTP command, asked before anybody plans to.</summary>
public static class RecipientSpelling
{
    /// <param name="quotedSeenInLog">A log of our own shows that mail was sent to the quoted local part.</param>
    /// <returns>What is wrong with it, for a person; null when it may.</returns>
    public static string? Problem(string address, bool quotedSeenInLog) => SafeRecipient.TryRead(address, quotedSeenInLog, out _, out var reason) ? null : reason;
}
