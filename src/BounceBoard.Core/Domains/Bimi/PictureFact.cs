namespace BounceBoard.Core.Domains.Bimi;

/// <summary>The picture as fetched.</summary>
/// <param name="Address">Of the record.</param>
/// <param name="MediaType">Without parameters, lower case; empty when not stated.</param>
/// <param name="Size">Bytes; 0 when nothing was fetched.</param>
/// <param name="Svg">Its text; empty when it has more than <see cref="MostKept"/> bytes.</param>
/// <param name="Digest">SHA-256 of the bytes, lower-case hex; empty when nothing was fetched.</param>
/// <param name="Problem">Why nothing was fetched, as a sentence; empty otherwise.</param>
/// <param name="IsUnknown">True when the failure says nothing of the domain.</param>
public sealed record PictureFact(string Address, string MediaType, int Size, string Svg, string Digest, string Problem, bool IsUnknown)
{
    /// <summary>Bytes that are kept; a picture should have half of that.</summary>
    public const int MostKept = 64 * 1024;
}
