using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace BounceBoard.Mail.SendingRoutes;

/// <summary>Compares a DKIM key record (RFC 6376 §3.6.1) with a private key.</summary>
public static class DkimRecord
{
    private const int LongestRecord = 8192;

    /// <param name="record">The TXT record, its strings joined.</param>
    /// <param name="pem">A private key that DkimKey has read.</param>
    /// <returns>Null when it cannot be told: an Ed25519 key does not say its public half without its mathematics.</returns>
    public static bool? Fits(string record, string pem)
    {
        if (record.Length > LongestRecord || Tag(record, "p") is not { } text)
        {
            return false;
        }
        if (text.Length == 0)
        {
            // Revoked: nothing signed with it counts (RFC 6376 §3.6.1).
            return false;
        }
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            return null;
        }
        var published = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return Convert.TryFromBase64String(text, published, out var length)
            && (published.AsSpan(0, length).SequenceEqual(rsa.ExportSubjectPublicKeyInfo())
                // Some publish the bare key (RFC 3447 A.1.1) instead of the wrapped one.
                || published.AsSpan(0, length).SequenceEqual(rsa.ExportRSAPublicKey()));
    }

    // Blanks may stand anywhere in the value (RFC 6376 §3.2).
    private static string? Tag(string record, string name) =>
        record.Split(';').Select(tag => tag.Split('=', 2)).FirstOrDefault(parts => parts.Length == 2 && parts[0].Trim() == name) is [_, var value]
            ? string.Concat(value.EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune)))
            : null;
}
