using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BounceBoard.Core.Alerts;

/// <summary>Proves to the receiver of a webhook who sent it and when: HMAC-SHA256 (RFC 2104) over the time, a full stop and the body.</summary>
public static class AlertSignature
{
    /// <summary>Header with the time of sending, in seconds since 1970; a receiver refuses what is older than five minutes.</summary>
    public const string TimestampHeader = "BounceBoard-Timestamp";

    /// <summary>Header with the proof: <c>v1=</c> and 64 hexadecimal digits.</summary>
    public const string SignatureHeader = "BounceBoard-Signature";

    /// <summary>Header with the id of the message; the same when it is sent again.</summary>
    public const string IdHeader = "BounceBoard-Id";

    /// <param name="secret">Its text in UTF-8 is the key.</param>
    public static string Of(string secret, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes(Timestamp(at) + "."));
        hash.AppendData(body);
        return "v1=" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static string Timestamp(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
