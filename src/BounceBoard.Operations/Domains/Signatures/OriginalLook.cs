using BounceBoard.Core.Bounces;

namespace BounceBoard.Operations.Domains.Signatures;

/// <summary>What a piece of evidence returns of the mail that bounced.</summary>
/// <param name="HasBody">False where only its header came back, which is not enough to verify a signature.</param>
/// <param name="Signatures">Who signed it, by its header.</param>
public sealed record OriginalLook(bool HasBody, IReadOnlyList<SignedBy> Signatures);
