using System.Buffers.Binary;
using System.Security.Cryptography;
using BounceBoard.Core.Tenants;

namespace BounceBoard.Core.RetryBatches;

/// <summary>The signed tag in the envelope sender of a retry: a bounce that carries it belongs to that attempt, and nobody else can make one.
/// Local part: <c>PREFIX+TOKEN</c> (RFC 5233), the token in lower-case base32 (RFC 4648 §6), since servers on the way may fold case.</summary>
public static class VerpToken
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int IdBytes = 8;
    // 96 bits: guessing one is hopeless, and the token stays at 32 characters.
    private const int ProofBytes = 12;
    private const int Length = (IdBytes + ProofBytes) * 8 / 5;

    /// <summary>Longest prefix, in octets: the local part holds 64 (RFC 5321 §4.5.3.1.1).</summary>
    public const int LongestPrefix = 64 - 1 - Length;

    /// <param name="key">At least 16 bytes.</param>
    /// <exception cref="ArgumentException">The prefix does not fit or the key is too short.</exception>
    public static string LocalPart(string prefix, TenantId tenant, long attempt, ReadOnlySpan<byte> key)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prefix.Length, LongestPrefix);
        Span<byte> token = stackalloc byte[IdBytes + ProofBytes];
        BinaryPrimitives.WriteInt64BigEndian(token, attempt);
        Prove(tenant, attempt, key, token[IdBytes..]);
        return $"{prefix}+{Written(token)}";
    }

    /// <summary>The attempt that a local part names, when its proof was made for this tenant with this key; any case.</summary>
    public static bool TryRead(string localPart, TenantId tenant, ReadOnlySpan<byte> key, out long attempt)
    {
        attempt = 0;
        var plus = localPart.LastIndexOf('+');
        Span<byte> token = stackalloc byte[IdBytes + ProofBytes];
        Span<byte> proof = stackalloc byte[ProofBytes];
        if (plus <= 0 || !TryDecode(localPart.AsSpan(plus + 1), token))
        {
            return false;
        }
        var named = BinaryPrimitives.ReadInt64BigEndian(token);
        Prove(tenant, named, key, proof);
        if (!CryptographicOperations.FixedTimeEquals(proof, token[IdBytes..]))
        {
            return false;
        }
        attempt = named;
        return true;
    }

    private static void Prove(TenantId tenant, long attempt, ReadOnlySpan<byte> key, Span<byte> proof)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(key.Length, 16);
        Span<byte> text = stackalloc byte[2 * IdBytes];
        BinaryPrimitives.WriteInt64BigEndian(text, tenant.Value);
        BinaryPrimitives.WriteInt64BigEndian(text[IdBytes..], attempt);
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, text, whole);
        whole[..ProofBytes].CopyTo(proof);
    }

    // 20 bytes are four groups of 40 bits, so nothing is padded.
    private static string Written(ReadOnlySpan<byte> token)
    {
        Span<char> text = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            var bit = i * 5;
            var pair = (token[bit / 8] << 8) | (bit / 8 + 1 < token.Length ? token[bit / 8 + 1] : 0);
            text[i] = Alphabet[(pair >> (11 - bit % 8)) & 31];
        }
        return text.ToString();
    }

    private static bool TryDecode(ReadOnlySpan<char> text, Span<byte> token)
    {
        if (text.Length != Length)
        {
            return false;
        }
        token.Clear();
        for (var i = 0; i < Length; i++)
        {
            var value = char.IsAscii(text[i]) ? Alphabet.IndexOf(char.ToLowerInvariant(text[i]), StringComparison.Ordinal) : -1;
            if (value < 0)
            {
                return false;
            }
            var bit = i * 5;
            var pair = value << (11 - bit % 8);
            token[bit / 8] |= (byte)(pair >> 8);
            if (bit / 8 + 1 < token.Length)
            {
                token[bit / 8 + 1] |= (byte)pair;
            }
        }
        return true;
    }
}
