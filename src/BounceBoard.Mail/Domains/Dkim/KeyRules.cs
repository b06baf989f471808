using BounceBoard.Core.Domains.Dkim;

namespace BounceBoard.Mail.Domains.Dkim;

/// <summary>Whether a key may be used for a signature (RFC 6376 §6.1.2, RFC 8301 §3.2).</summary>
internal static class KeyRules
{
    public static (DkimFailure Failure, string Reason) FaultOf(DkimSignature signature, DkimReading? reading)
    {
        if (reading?.Key is not { } key)
        {
            return reading is null ? (DkimFailure.NoKey, "There is no key record.")
                : reading.IsRevoked ? (DkimFailure.Revoked, reading.Problem)
                : (DkimFailure.KeySyntax, reading.Problem);
        }
        return signature.Algorithm != AlgorithmOf(key.Type) ? (DkimFailure.KeyType, $"The signature is {signature.Algorithm}, and the key is not of that type (RFC 6376 §6.1.2).")
            : !key.AllowsSha256 ? (DkimFailure.KeyHash, "The key's h does not allow sha256 (RFC 6376 §6.1.2).")
            : !key.IsForMail ? (DkimFailure.KeyService, "The key's s is not for mail (RFC 6376 §3.6.1).")
            : !key.IsLongEnough ? (DkimFailure.KeyTooShort, $"The RSA key has {key.Bits} bits; below {DkimKey.FewestBits} no signature counts (RFC 8301 §3.2).")
            : key.IsStrict && signature.IdentityDomain != signature.Domain ? (DkimFailure.DomainMismatch, "The key's t=s wants exactly d in i, no subdomain (RFC 6376 §3.6.1).")
            : (DkimFailure.Nothing, "");
    }

    private static string AlgorithmOf(DkimKeyType type) => type switch
    {
        DkimKeyType.Rsa => "rsa-sha256",
        DkimKeyType.Ed25519 => "ed25519-sha256",
    };
}
