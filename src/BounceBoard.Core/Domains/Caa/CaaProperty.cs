namespace BounceBoard.Core.Domains.Caa;

/// <summary>One CAA record (RFC 8659 §4.1).</summary>
/// <param name="Tag">Lower case.</param>
/// <param name="Issuer">Domain of the authority, which ends at the first semicolon; empty: nobody (§4.2).</param>
public sealed record CaaProperty(string Tag, string Issuer)
{
    /// <param name="text">In the form of a zone file: <c>0 issue "ca.example; account=1"</c>.</param>
    /// <returns>Null when it is no such record.</returns>
    public static CaaProperty? Parse(string text) =>
        text.Split(' ', 3) is [_, { Length: > 0 } tag, var value] ? new CaaProperty(tag.ToLowerInvariant(), value.Trim('"').Split(';')[0].Trim()) : null;
}
