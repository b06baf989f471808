using System.Security.Cryptography;
using BounceBoard.Core.Domains.Dkim;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace BounceBoard.Mail.Domains.Dkim;

/// <summary>Whether a signature was made with the private half of a key.</summary>
internal static class KeyMatch
{
    /// <param name="octets">What was signed.</param>
    /// <returns>False also for a key that the mathematics refuse.</returns>
    public static bool Verify(DkimKey key, ReadOnlySpan<byte> octets, byte[] signature) => key.Type switch
    {
        DkimKeyType.Rsa => Rsa(key, octets, signature),
        // Ed25519 signs the hash, not the octets (RFC 8463 §3). The framework has no Ed25519; MimeKit's library has.
        DkimKeyType.Ed25519 => signature.Length == Ed25519.SignatureSize
            && Ed25519.Verify(signature, 0, key.Octets.ToArray(), 0, SHA256.HashData(octets), 0, SHA256.HashSizeInBytes),
    };

    private static bool Rsa(DkimKey key, ReadOnlySpan<byte> octets, byte[] signature)
    {
        try
        {
            using var rsa = RSA.Create(new RSAParameters { Modulus = key.Octets.ToArray(), Exponent = key.Exponent.ToArray() });
            return rsa.VerifyData(octets, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
