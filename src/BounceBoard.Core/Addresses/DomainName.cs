using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BounceBoard.Core.Addresses;

/// <summary>A domain name in lower-case A-labels without the root dot (RFC 5890); at most 253 octets, labels at most 63.</summary>
public sealed record DomainName
{
    private static readonly IdnMapping Idn = new() { AllowUnassigned = true, UseStd3AsciiRules = false };

    private DomainName(string value) => Value = value;

    /// <summary>The name in A-labels, for example <c>xn--bcher-kva.example</c>.</summary>
    public string Value { get; }

    /// <summary>The name as a person reads it (U-labels).</summary>
    public string Display
    {
        get
        {
            try
            {
                return Idn.GetUnicode(Value);
            }
            catch (ArgumentException)
            {
                return Value;
            }
        }
    }

    /// <summary>Reads a name; tolerates a root dot, surrounding white space and U-labels.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DomainName? name)
    {
        name = null;
        var trimmed = text?.Trim().TrimEnd('.') ?? "";
        if (trimmed.Length is 0 or > 253)
        {
            return false;
        }
        var ascii = ToAscii(trimmed);
        if (ascii is null || ascii.Length > 253 || !AreLabels(ascii))
        {
            return false;
        }
        name = new DomainName(ascii);
        return true;
    }

    /// <summary>Reads a name that is known to be well formed.</summary>
    /// <exception cref="FormatException">The text is not a domain name.</exception>
    public static DomainName Parse(string text) =>
        TryParse(text, out var name) ? name : throw new FormatException($"'{text}' is not a domain name.");

    public override string ToString() => Value;

    private static string? ToAscii(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text.AsSpan().ContainsAnyInRange('A', 'Z') ? text.ToLowerInvariant() : text;
        }
        try
        {
            // Written small first (RFC 5895 §2): the capital would else be encoded as a letter of its own, which leads to another name.
            return Idn.GetAscii(text.ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Underscores are no host names (RFC 952) but stand in _dmarc, _domainkey and in many real MX targets.
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    private static bool AreLabels(ReadOnlySpan<char> name)
    {
        if (name.ContainsAnyExcept(NameCharacters))
        {
            return false;
        }
        foreach (var label in name.Split('.'))
        {
            if (name[label].Length is 0 or > 63)
            {
                return false;
            }
        }
        return true;
    }
}
