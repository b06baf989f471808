namespace BounceBoard.Mail.Sending;

/// <summary>How a submission is encrypted. None: never, for a relay on this machine; then nobody signs in.</summary>
public enum SmtpTls { StartTls, Implicit, None }
