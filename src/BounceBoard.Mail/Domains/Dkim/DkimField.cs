namespace BounceBoard.Mail.Domains.Dkim;

/// <summary>A header field as it was sent.</summary>
/// <param name="Name">Without white space behind it; empty for a line that is no field.</param>
/// <param name="Raw">The whole field, folds and last line end included.</param>
/// <param name="ValueStart">Where the value begins, behind the colon.</param>
internal sealed record DkimField(string Name, ReadOnlyMemory<byte> Raw, int ValueStart)
{
    public ReadOnlySpan<byte> Value => Raw.Span[ValueStart..];
}
