namespace BounceBoard.Core.Domains.Health;

/// <summary>
/// NotTried: the probe could not be made from here (port 25 shut for outgoing mail, address not allowed). Unreachable: no
/// connection or no greeting. Plain: no STARTTLS offered. TlsFailed: offered, the handshake failed. Encrypted: it worked.
/// </summary>
public enum MailHostState { NotTried, Unreachable, Plain, TlsFailed, Encrypted }
