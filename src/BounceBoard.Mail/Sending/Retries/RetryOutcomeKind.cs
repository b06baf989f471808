namespace BounceBoard.Mail.Sending.Retries;

/// <summary>How a mail ended. Deferred is a 4yz, Refused a 5yz (RFC 5321 §4.2.1); NotSent: the final dot never left, so nothing can have been delivered;
/// InDoubt: it left, and no reply that can be read came back.</summary>
public enum RetryOutcomeKind { Accepted, Deferred, Refused, NotSent, InDoubt }
