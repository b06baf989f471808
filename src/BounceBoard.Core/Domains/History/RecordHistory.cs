using BounceBoard.Core.Addresses;

namespace BounceBoard.Core.Domains.History;

/// <summary>What changed in the records of a domain. An answer that did not come is no change: what was known before still stands.</summary>
public static class RecordHistory
{
    /// <summary>Changes between consecutive answers of each resolver, latest first.</summary>
    /// <param name="seen">Of any names and resolvers, in any order.</param>
    public static IReadOnlyList<RecordChange> Of(IEnumerable<RecordObservation> seen) =>
        Of(seen.Select(one => (one.From, one.Resolver, one.Answer)));

    /// <inheritdoc cref="Of(IEnumerable{RecordObservation})"/>
    public static IReadOnlyList<RecordChange> Of(IEnumerable<(DateTimeOffset At, string Resolver, RecordAnswer Answer)> seen) =>
    [
        .. seen.Where(one => one.Answer.State != DnsState.Unknown)
            .GroupBy(one => (one.Resolver, Name: one.Answer.Name.ToLowerInvariant(), one.Answer.Type))
            .SelectMany(line => Between(line.Key.Resolver, line.Key.Name, [.. line.OrderBy(one => one.At)]))
            .OrderByDescending(change => change.At)
            .ThenBy(change => change.Name, StringComparer.Ordinal)
            .ThenBy(change => change.Type),
    ];

    /// <summary>
    /// True for records a domain's owner answers for, or stands on: all of its own zone but addresses, which pools turn over by themselves, and texts
    /// and certificate associations elsewhere (an included SPF record, a mail host's TLSA).
    /// </summary>
    public static bool Concerns(DomainName domain, RecordAnswer answer) => answer.Type switch
    {
        RecordType.Txt or RecordType.Tlsa => true,
        RecordType.A or RecordType.Aaaa or RecordType.Ptr => false,
        RecordType.Cname or RecordType.Ns or RecordType.Mx or RecordType.Soa or RecordType.Caa or RecordType.Ds or RecordType.Spf =>
            answer.Type != RecordType.Soa && IsIn(domain, answer.Name),
    };

    private static IEnumerable<RecordChange> Between(
        string resolver, string name, IReadOnlyList<(DateTimeOffset At, string Resolver, RecordAnswer Answer)> line)
    {
        for (var next = 1; next < line.Count; next++)
        {
            var (before, after) = (Data(line[next - 1].Answer), Data(line[next].Answer));
            if (!before.SequenceEqual(after, StringComparer.Ordinal))
            {
                yield return new RecordChange(line[next].At, name, line[next].Answer.Type, before, after, resolver);
            }
        }
    }

    // Servers turn the order of a set's records; that is no change.
    private static IReadOnlyList<string> Data(RecordAnswer answer) => [.. answer.Records.Order(StringComparer.Ordinal)];

    private static bool IsIn(DomainName domain, string name) =>
        string.Equals(name, domain.Value, StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("." + domain.Value, StringComparison.OrdinalIgnoreCase);
}
