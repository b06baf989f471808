namespace BounceBoard.Core.Domains.Dmarc;

/// <summary>A place where reports go (RFC 9989 §4.6).</summary>
/// <param name="Text">As written, without an obsolete size.</param>
/// <param name="Address">Mail address of a <c>mailto</c>, percent-decoded; null for other schemes, which nobody has to serve.</param>
/// <param name="Host">Domain that receives the reports; null where the text has none.</param>
/// <param name="Size">The obsolete limit behind an exclamation mark, ignored (RFC 9989 §4.8); empty where there is none.</param>
public sealed record DmarcUri(string Text, string? Address, string? Host, string Size);
