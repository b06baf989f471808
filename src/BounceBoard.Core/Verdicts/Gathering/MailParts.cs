namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>A part of a scope's mail that may fail by itself while the rest goes through: capital letters, one pool, one server.</summary>
internal sealed record MailParts(IReadOnlyList<JudgedRefusal> Refusals, IReadOnlyList<KnownDelivery> Delivered)
{
    /// <summary>The parts in which somebody was refused and which are not all of the mail.</summary>
    public static IEnumerable<MailParts> Of(IReadOnlyList<JudgedRefusal> refusals, IReadOnlyList<KnownDelivery> delivered) =>
    [
        .. By(refusals, delivered, refusal => refusal.HasUpperCase ? "yes" : null, row => row.HasUpperCase == true ? "yes" : null),
        .. By(refusals, delivered, refusal => refusal.Pool, row => row.Pool),
        .. By(refusals, delivered, refusal => refusal.Endpoint.Ip?.ToString(), row => row.RemoteIp?.ToString()),
        .. By(refusals, delivered, refusal => refusal.Domain.Value, row => row.Domain.Value),
    ];

    private static IEnumerable<MailParts> By(
        IReadOnlyList<JudgedRefusal> refusals, IReadOnlyList<KnownDelivery> delivered, Func<KnownRefusal, string?> failed, Func<KnownDelivery, string?> took)
    {
        var arrived = delivered.Where(row => took(row) is not null).ToLookup(row => took(row), StringComparer.Ordinal);
        return refusals.Where(judged => failed(judged.Refusal) is not null).GroupBy(judged => failed(judged.Refusal), StringComparer.Ordinal)
            .Select(part => new MailParts([.. part], [.. arrived[part.Key]]))
            .Where(part => part.Delivered.Count > 0 && part.Delivered.Count < delivered.Count);
    }
}
