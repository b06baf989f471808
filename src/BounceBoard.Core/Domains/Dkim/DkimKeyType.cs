namespace BounceBoard.Core.Domains.Dkim;

/// <summary>Signature schemes with a key record: RSA (RFC 6376 §3.3), Ed25519 (RFC 8463).</summary>
public enum DkimKeyType { Rsa, Ed25519 }
