using System.Globalization;

namespace BounceBoard.Core.Domains.Dane;

/// <summary>A TLSA record (RFC 6698 §2.1) that a sender of mail can use.</summary>
/// <param name="Usage">2: an authority of the domain's own choice (DANE-TA); 3: the server's own certificate or key (DANE-EE).</param>
/// <param name="Selector">0: the whole certificate; 1: its public key.</param>
/// <param name="MatchingType">0: the data itself; 1: its SHA-256; 2: its SHA-512.</param>
/// <param name="Data">Upper-case hexadecimal digits.</param>
public sealed record TlsaRecord(int Usage, int Selector, int MatchingType, string Data)
{
    // A certificate in full is seldom above 4 kB; answers of DNS end at 64 kB.
    private const int LongestData = 2 * 16 * 1024;

    /// <summary>Reads the form of a zone file: three numbers and hexadecimal digits, which may be split by spaces.</summary>
    /// <returns>The record, or null with the reason why senders of mail cannot use it.</returns>
    public static TlsaRecord? Parse(string text, out string problem)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var data = string.Concat(parts.Skip(3)).ToUpperInvariant();
        if (parts.Length < 4 || Number(parts[0]) is not { } usage || Number(parts[1]) is not { } selector || Number(parts[2]) is not { } type)
        {
            problem = "A TLSA record is three numbers and hexadecimal digits.";
            return null;
        }
        problem = Problem(usage, selector, type, data);
        return problem.Length == 0 ? new TlsaRecord(usage, selector, type, data) : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Usage} {Selector} {MatchingType} {Data}");

    private static string Problem(int usage, int selector, int type, string data) =>
        usage is 0 or 1 ? $"Usage {usage} leans on the authorities of the web, which senders of mail have no common list of (RFC 7672 §3.1.3)."
        : usage is not (2 or 3) ? $"Usage {usage} has no meaning."
        : selector is not (0 or 1) ? $"Selector {selector} has no meaning."
        : type is not (0 or 1 or 2) ? $"Matching type {type} has no meaning."
        : data.Length == 0 || data.Length % 2 != 0 || data.Length > LongestData || !data.All(char.IsAsciiHexDigit) ? "The data is no whole number of hexadecimal octets."
        : type == 1 && data.Length != 64 ? $"A SHA-256 has 32 octets, this has {data.Length / 2}."
        : type == 2 && data.Length != 128 ? $"A SHA-512 has 64 octets, this has {data.Length / 2}."
        : "";

    private static int? Number(string text) => byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
