using BounceBoard.Core.Addresses;
using BounceBoard.Mail.Reading.Logs;

namespace BounceBoard.Mail.Reading.Phrases;

/// <summary>The domain of a recipient as the house compares it.</summary>
internal static class RecipientDomains
{
    /// <summary>Lower-case A-labels; null when the text is no address or its domain no domain name.</summary>
    public static string? Of(string? recipient) => In(recipient) is { IsEmpty: false } domain ? Read(domain.ToString()) : null;

    /// <summary>The same, for a log that names few domains over and over.</summary>
    public static string? Of(string? recipient, LogMemory memory) => In(recipient) is { IsEmpty: false } domain ? memory.Domains.Of(domain) : null;

    /// <param name="text">The domain alone.</param>
    public static string? Read(string text) => DomainName.TryParse(text, out var domain) ? domain.Value : null;

    private static ReadOnlySpan<char> In(string? recipient) =>
        recipient?.LastIndexOf('@') is >= 0 and var at ? recipient.AsSpan(at + 1).TrimEnd('>') : default;
}
