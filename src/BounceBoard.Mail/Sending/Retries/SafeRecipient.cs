using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using BounceBoard.Core.Addresses;

namespace BounceBoard.Mail.Sending.Retries;

/// <summary>An address that may stand in MAIL FROM and RCPT TO: a dot-atom (RFC 5322 §3.2.3), or a quoted string that was really sent to before; no route,
/// no literal, no control character. What came from a bounce is a stranger's text.</summary>
internal sealed record SafeRecipient
{
    private const int LongestAddress = 254;
    private const int LongestLocalPart = 64;

    // Without % and !: relays of old read a route in them (RFC 5321 Appendix C and F.2).
    private static readonly SearchValues<char> Atom =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789#$&'*+-/=?^_`{|}~.");

    private SafeRecipient(string address, bool isInternational) => (Address, IsInternational) = (address, isInternational);

    /// <summary>Local part as submitted, domain in A-labels when it was not in ASCII.</summary>
    public string Address { get; }

    /// <summary>Needs SMTPUTF8 (RFC 6531).</summary>
    public bool IsInternational { get; }

    /// <param name="reason">What is wrong with it, for a person.</param>
    public static bool TryRead(
        string text, bool quotedSeenInLog, [NotNullWhen(true)] out SafeRecipient? address, [NotNullWhen(false)] out string? reason)
    {
        address = null;
        var at = text.LastIndexOf('@');
        reason = at <= 0 ? "The address has no local part or no domain."
            : Encoding.UTF8.GetByteCount(text) > LongestAddress ? "The address is longer than 254 bytes."
            : FaultOfLocalPart(text[..at], quotedSeenInLog) ?? FaultOfDomain(text[(at + 1)..]);
        if (reason is not null)
        {
            return false;
        }
        var domain = text[(at + 1)..];
        var sent = Ascii.IsValid(domain) ? text : $"{text[..at]}@{DomainName.Parse(domain).Value}";
        address = new SafeRecipient(sent, !Ascii.IsValid(text.AsSpan(0, at)));
        return true;
    }

    private static string? FaultOfLocalPart(string local, bool quotedSeenInLog)
    {
        if (Encoding.UTF8.GetByteCount(local) > LongestLocalPart)
        {
            return "The local part is longer than 64 bytes.";
        }
        if (local[0] == '"')
        {
            return !quotedSeenInLog ? "The local part is quoted, and the sent log never had it so."
                : IsQuoted(local) ? null : "The quoted local part is malformed.";
        }
        if (local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal))
        {
            return "The local part has a dot where none may be.";
        }
        return local.EnumerateRunes().All(IsAllowed) ? null : "The local part has a character that is not sent.";
    }

    private static string? FaultOfDomain(string domain) =>
        domain.Any(char.IsWhiteSpace) || domain.Any(char.IsControl) || domain.EndsWith('.') || !domain.Contains('.', StringComparison.Ordinal)
            || !DomainName.TryParse(domain, out _)
            ? "The domain is not the full name of a host."
            : null;

    private static bool IsAllowed(Rune rune) => rune.IsAscii ? Atom.Contains((char)rune.Value) : rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        _ => true,
    };

    // Printable ASCII; a backslash takes the next character with it.
    private static bool IsQuoted(string local)
    {
        for (var i = 1; i < local.Length - 1; i++)
        {
            if (local[i] is < ' ' or > '~' or '"' || (local[i] == '\\' && (++i >= local.Length - 1 || local[i] is < ' ' or > '~')))
            {
                return false;
            }
        }
        return local.Length > 2 && local[^1] == '"';
    }
}
