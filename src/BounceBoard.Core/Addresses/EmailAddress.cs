using System.Diagnostics.CodeAnalysis;

namespace BounceBoard.Core.Addresses;

/// <summary>A recipient or sender as it was submitted (RFC 5321 §4.1.2), with the key under which its spellings count as one person.</summary>
public sealed record EmailAddress
{
    private EmailAddress(string value, string localPart, DomainName domain) => (Value, LocalPart, Domain) = (value, localPart, domain);

    /// <summary>The address as submitted, case kept; what a retry would send to.</summary>
    public string Value { get; }

    /// <summary>The part before the last at sign, as submitted, quotes kept.</summary>
    public string LocalPart { get; }

    public DomainName Domain { get; }

    /// <summary>For grouping only, never for sending: local part case-folded, domain in lower-case A-labels.</summary>
    public string Key => $"{LocalPart.ToLowerInvariant()}@{Domain.Value}";

    /// <summary>Reads an address, with or without angle brackets; at most 254 octets (RFC 5321 §4.5.3.1.3), no control characters.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        var value = text?.Trim() ?? "";
        if (value.Length > 2 && value[0] == '<' && value[^1] == '>')
        {
            value = value[1..^1].Trim();
        }
        var at = value.LastIndexOf('@');
        if (at <= 0 || value.Length > 254 || HasControl(value) || !DomainName.TryParse(value[(at + 1)..], out var domain))
        {
            return false;
        }
        var local = value[..at];
        var quoted = local.Length > 1 && local[0] == '"' && local[^1] == '"';
        if (!quoted && local.AsSpan().ContainsAny(" <>@,;:\"()"))
        {
            return false;
        }
        address = new EmailAddress(value, local, domain);
        return true;
    }

    // The two ranges of char.IsControl.
    private static bool HasControl(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\0', '\u001f') || text.ContainsAnyInRange('\u007f', '\u009f');

    /// <summary>Reads an address that is known to be well formed.</summary>
    /// <exception cref="FormatException">The text is not an address.</exception>
    public static EmailAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException($"'{text}' is not a mail address.");

    public override string ToString() => Value;
}
