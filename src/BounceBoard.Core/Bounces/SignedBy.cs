namespace BounceBoard.Core.Bounces;

/// <summary>Who signed a mail with DKIM, whether the signature holds or not (RFC 6376 §3.5).</summary>
/// <param name="Domain"><c>d</c>, lower case.</param>
/// <param name="Selector"><c>s</c>, lower case.</param>
public sealed record SignedBy(string Domain, string Selector);
