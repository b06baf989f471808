using System.Diagnostics.CodeAnalysis;

namespace BounceBoard.Core.Tenants;

/// <summary>A tenant's name in addresses of pages: 2 to 40 of a-z, 0-9 and hyphen, beginning and ending with a letter or digit.</summary>
public sealed record TenantSlug
{
    private TenantSlug(string value) => Value = value;

    public string Value { get; }

    /// <summary>Reads a slug; upper case is refused, not folded, so that one tenant has one address.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out TenantSlug? slug)
    {
        slug = null;
        if (text is not { Length: >= 2 and <= 40 } || text[0] == '-' || text[^1] == '-' || !text.All(IsAllowed))
        {
            return false;
        }
        slug = new TenantSlug(text);
        return true;
    }

    public override string ToString() => Value;

    private static bool IsAllowed(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';
}
