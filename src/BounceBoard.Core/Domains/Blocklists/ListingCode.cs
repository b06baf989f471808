namespace BounceBoard.Core.Domains.Blocklists;

/// <summary>What one answer of a list means.</summary>
/// <param name="Code">Address in 127.0.0.0/8; for a list whose last octet is a set of bits, one bit.</param>
/// <param name="Meaning">In a few words.</param>
public sealed record ListingCode(string Code, string Meaning);
