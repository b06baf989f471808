namespace BounceBoard.Mail.Sending.Retries;

/// <summary>How the connection of a retry is encrypted. Opportunistic (direct to an MX only): STARTTLS where offered, the certificate unchecked (RFC 7435).</summary>
public enum RetryTls { StartTls, Implicit, None, Opportunistic }
