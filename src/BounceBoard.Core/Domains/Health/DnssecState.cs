namespace BounceBoard.Core.Domains.Health;

/// <summary>Unknown: no validating resolver answered. Insecure: provably unsigned, or the resolver does not say. Secure: validated. Bogus: validation failed (RFC 4035 §4.3).</summary>
public enum DnssecState { Unknown, Insecure, Secure, Bogus }
