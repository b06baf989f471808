using BounceBoard.Core.Domains.Dkim;

namespace BounceBoard.Operations.Domains.Signatures;

/// <summary>What became of the signatures of a mail.</summary>
/// <param name="AuthorDomain">Domain of the From field; null where it does not name exactly one.</param>
/// <param name="Result">The best of all signatures (RFC 6376 §6.1).</param>
/// <param name="Signatures">In the order of the header: the last signer first.</param>
/// <param name="Resolver">Whose answers these are.</param>
/// <param name="At">Expiry was judged as of this time; DNS is asked now always.</param>
public sealed record MessageReport(
    string? AuthorDomain, DkimResult Result, IReadOnlyList<SignatureReport> Signatures, string Resolver, DateTimeOffset At);
