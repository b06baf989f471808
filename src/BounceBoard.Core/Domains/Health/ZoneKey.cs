namespace BounceBoard.Core.Domains.Health;

/// <summary>A DNSKEY record (RFC 4034 §2).</summary>
/// <param name="Tag">Key tag (appendix B).</param>
/// <param name="Flags">257 for a key that a DS record points at, 256 for one that signs the records.</param>
/// <param name="Algorithm">Number of the algorithm (RFC 8624 §3.1).</param>
/// <param name="Bits">Length of the key in bits; for RSA that of the modulus.</param>
public sealed record ZoneKey(int Tag, int Flags, int Algorithm, int Bits);
