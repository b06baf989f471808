namespace BounceBoard.Core.Domains.Dmarc;

/// <summary>Whether an authenticated domain stands for the author's (RFC 9989 §4.4).</summary>
public static class DmarcAlignment
{
    /// <param name="author">Walk from the author domain.</param>
    /// <param name="authenticated">Walk from SPF's or DKIM's domain; each identifier has its own (§4.10.2).</param>
    /// <returns>Null when DNS gave no answer that is needed.</returns>
    public static bool? IsAligned(TreeWalk author, TreeWalk authenticated, bool isStrict) =>
        Same(author.Domain, authenticated.Domain) ? true
        : isStrict ? false
        : author.OrganizationalDomain is { } one && authenticated.OrganizationalDomain is { } other ? Same(one, other)
        : null;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
