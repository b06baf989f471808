using BounceBoard.Core.Addresses;

namespace BounceBoard.Core.Domains.Dmarc;

/// <summary>Reads one URI of <c>rua</c> or <c>ruf</c> (RFC 9989 §4.6, RFC 6068).</summary>
internal static class ReportAddress
{
    private const string Mailto = "mailto:";

    /// <returns>Null when receivers cannot send anything there.</returns>
    public static DmarcUri? Parse(string text)
    {
        // An exclamation mark inside the address itself must be percent-encoded, so the last one begins the old size limit.
        var mark = text.LastIndexOf('!');
        var (uri, size) = mark < 0 ? (text, "") : (text[..mark], text[mark..]);
        if (!uri.StartsWith(Mailto, StringComparison.OrdinalIgnoreCase))
        {
            return Uri.TryCreate(uri, UriKind.Absolute, out var other) && other.Host.Length > 0 && uri.All(c => char.IsAscii(c) && c > ' ')
                ? new DmarcUri(uri, null, other.Host, size)
                : null;
        }
        var path = uri[Mailto.Length..];
        var question = path.IndexOf('?', StringComparison.Ordinal);
        var address = Uri.UnescapeDataString(question < 0 ? path : path[..question]);
        return EmailAddress.TryParse(address, out var parsed) && !address.StartsWith('/') ? new DmarcUri(uri, parsed.Value, parsed.Domain.Value, size) : null;
    }
}
