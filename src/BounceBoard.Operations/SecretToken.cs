using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace BounceBoard.Operations;

/// <summary>Secrets that are shown once and kept as a hash only.</summary>
internal static class SecretToken
{
    private const int Bytes = 32;

    /// <summary>256 bits from the system's generator, as 43 characters that need no escaping in a link.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256, hex. A slow hash would add nothing: the secret is random, nobody can guess it from a list.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
