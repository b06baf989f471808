namespace BounceBoard.Core.Domains.Bimi;

/// <summary>The TXT record at <c>default._bimi</c> (draft-brand-indicators-for-message-identification §4.3).</summary>
/// <param name="Picture"><c>l</c>; empty: the domain declines to show one; null: the tag is missing.</param>
/// <param name="Proof"><c>a</c>: where the mark certificate is; empty when there is none.</param>
public sealed record BimiRecord(string? Picture, string Proof)
{
    public bool IsDeclined => Picture is { Length: 0 } && Proof.Length == 0;

    public static bool IsRecord(string text) => text.StartsWith("v=BIMI1", StringComparison.OrdinalIgnoreCase);

    public static BimiRecord Of(string text)
    {
        var tags = text.Split(';', StringSplitOptions.TrimEntries).Select(tag => tag.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(tag => tag.Length == 2).ToLookup(tag => tag[0].ToLowerInvariant(), tag => tag[1]);
        return new BimiRecord(tags["l"].FirstOrDefault(), tags["a"].FirstOrDefault() ?? "");
    }

    /// <returns>The https address; null where the text is none.</returns>
    public static Uri? AddressOf(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.Host.Length > 0 ? address : null;
}
