namespace BounceBoard.Mail.Sending;

/// <summary>Taken, not now (4yz, no connection), or never (5yz): RFC 5321 §4.2.1.</summary>
public enum SmtpVerdict { Accepted, Deferred, Refused }
