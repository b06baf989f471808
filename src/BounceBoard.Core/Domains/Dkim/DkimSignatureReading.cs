namespace BounceBoard.Core.Domains.Dkim;

/// <summary>A field read as a signature.</summary>
/// <param name="Signature">What could be read of it.</param>
/// <param name="Failure">Why it can never pass, whatever the key; <see cref="DkimFailure.Nothing"/> when it is well formed.</param>
/// <param name="Problem">The same as a sentence; empty when it is well formed.</param>
public sealed record DkimSignatureReading(DkimSignature Signature, DkimFailure Failure, string Problem);
