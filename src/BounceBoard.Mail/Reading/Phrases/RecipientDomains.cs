using BounceBoard.Core.Addresses;

namespace BounceBoard.Mail.Reading.Phrases;

/// <summary>The domain of a recipient as the house compares it.</summary>
internal static class RecipientDomains
{
    /// <summary>Lower-case A-labels; null when the text is no address or its domain no domain name.</summary>
    public static string? Of(string? recipient)
    {
        var at = recipient?.LastIndexOf('@') ?? -1;
        return recipient is not null && at >= 0 && DomainName.TryParse(recipient[(at + 1)..].TrimEnd('>'), out var domain) ? domain.Value : null;
    }
}
