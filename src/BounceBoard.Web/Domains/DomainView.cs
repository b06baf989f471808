using BounceBoard.Storage.Domains;

namespace BounceBoard.Web.Domains;

/// <summary>A sending domain with its records as found.</summary>
/// <param name="CheckedAt">When its DNS was last looked at; null before the first look.</param>
/// <param name="NextAt">When it is looked at again; null when nothing is planned.</param>
public sealed record DomainView(
    DomainRow Domain, RecordView Mx, RecordView Spf, RecordView Dmarc, IReadOnlyList<RecordView> Dkim, DateTimeOffset? CheckedAt,
    DateTimeOffset? NextAt)
{
    /// <summary>In the order of the page.</summary>
    public IReadOnlyList<RecordView> All => [Spf, .. Dkim, Dmarc, Mx];
}
