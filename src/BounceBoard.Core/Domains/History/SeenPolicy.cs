using BounceBoard.Core.Domains.MtaSts;

namespace BounceBoard.Core.Domains.History;

/// <summary>An MTA-STS policy that was served.</summary>
/// <param name="Id">Id of the record under which it was fetched.</param>
/// <param name="Until">When it was seen for the last time.</param>
public sealed record SeenPolicy(string Id, MtaStsPolicy Policy, DateTimeOffset Until)
{
    /// <summary>Until then senders that fetched it last keep to it, whatever is served meanwhile (RFC 8461 §3.3).</summary>
    public DateTimeOffset HeldUntil => Until.AddSeconds(Policy.MaxAge);

    /// <summary>Senders would do the same by both; order and white space of the file do not count.</summary>
    public bool SaysTheSame(MtaStsPolicy other) =>
        (Policy.Mode, Policy.MaxAge) == (other.Mode, other.MaxAge) && Policy.Mx.Order(StringComparer.Ordinal).SequenceEqual(other.Mx.Order(StringComparer.Ordinal), StringComparer.Ordinal);
}
