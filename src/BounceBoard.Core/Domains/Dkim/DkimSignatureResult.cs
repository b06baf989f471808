namespace BounceBoard.Core.Domains.Dkim;

/// <summary>What came of one signature.</summary>
/// <param name="Signature">What it says.</param>
/// <param name="Failure">Why it does not pass.</param>
/// <param name="Reason">The same as a sentence; empty for a pass.</param>
/// <param name="Key">The record it was checked with; null where none was needed or heard of.</param>
/// <param name="UnsignedOctets">Octets of the canonical body behind <c>l=</c>, which anybody may have added; 0 where all is signed.</param>
public sealed record DkimSignatureResult(DkimSignature Signature, DkimFailure Failure, string Reason, DkimReading? Key = null, long UnsignedOctets = 0)
{
    public string Domain => Signature.Domain;

    public string Selector => Signature.Selector;

    public string Algorithm => Signature.Algorithm;

    /// <summary>The domain tests DKIM: receivers treat a failure as no signature at all (RFC 6376 §3.6.1).</summary>
    public bool IsTesting => Key?.Key?.IsTesting == true;

    /// <summary>The failure in the words of RFC 8601 §2.7.1.</summary>
    public DkimResult Result => Failure switch
    {
        DkimFailure.Nothing => DkimResult.Pass,
        DkimFailure.BodyHash or DkimFailure.HeaderSignature or DkimFailure.Expired or DkimFailure.Sha1 => DkimResult.Fail,
        // Well formed and perhaps true, but nothing that a receiver may rely on.
        DkimFailure.KeyTooShort or DkimFailure.InFuture or DkimFailure.TooMany => DkimResult.Policy,
        DkimFailure.Syntax or DkimFailure.Version or DkimFailure.UnknownAlgorithm or DkimFailure.QueryMethod
            or DkimFailure.FromNotSigned or DkimFailure.DomainMismatch => DkimResult.Neutral,
        DkimFailure.NoKey or DkimFailure.Revoked or DkimFailure.KeySyntax or DkimFailure.KeyType or DkimFailure.KeyHash
            or DkimFailure.KeyService => DkimResult.Permerror,
        DkimFailure.DnsFailure or DkimFailure.NotAsked => DkimResult.Temperror,
    };
}
