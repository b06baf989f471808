namespace BounceBoard.Core.Addresses;

/// <summary>What an address looks like, whoever it belongs to: refusals that share a shape often share a cause.</summary>
/// <param name="HasUpperCase">The local part was submitted with a capital letter.</param>
/// <param name="HasPlusTag">Subaddress such as <c>user+tag</c> (RFC 5233).</param>
/// <param name="HasDot">The local part holds a dot.</param>
/// <param name="HasDigit">The local part holds an ASCII digit.</param>
/// <param name="IsQuoted">The local part is a quoted string (RFC 5321 §4.1.2).</param>
/// <param name="LocalLength">Length of the local part in characters; over 64 is longer than RFC 5321 §4.5.3.1.1 promises.</param>
public sealed record AddressShape(bool HasUpperCase, bool HasPlusTag, bool HasDot, bool HasDigit, bool IsQuoted, int LocalLength)
{
    public static AddressShape Of(EmailAddress address)
    {
        var local = address.LocalPart;
        return new(
            local.Any(char.IsUpper),
            local.IndexOf('+', StringComparison.Ordinal) > 0,
            local.Contains('.', StringComparison.Ordinal),
            local.Any(char.IsAsciiDigit),
            local.Length > 1 && local[0] == '"' && local[^1] == '"',
            local.Length);
    }
}
