using System.Globalization;
using BounceBoard.Core.Domains;

namespace BounceBoard.Web.Domains;

/// <summary>One record of a domain as every resolver sees it.</summary>
/// <param name="Title">SPF, DMARC, DKIM with its selector, or MX.</param>
/// <param name="Name">The name that was asked.</param>
/// <param name="Single">More than one such record is an error (RFC 7208 §3.2, RFC 7489 §6.6.3).</param>
public sealed record RecordView(string Title, string Name, bool Single, IReadOnlyList<ResolverRecord> Resolvers)
{
    private IEnumerable<ResolverRecord> Answered => Resolvers.Where(resolver => resolver.State != DnsState.Unknown);

    public RecordPresence Presence => this switch
    {
        { Resolvers.Count: 0 } => RecordPresence.NotAsked,
        _ when !Answered.Any() => RecordPresence.Unknown,
        _ when Answered.Select(Content).Distinct(StringComparer.Ordinal).Skip(1).Any() => RecordPresence.Differs,
        _ => Answered.First().State == DnsState.Found ? RecordPresence.Found : RecordPresence.Absent,
    };

    /// <summary>The presence in words, with how many resolvers stand behind it.</summary>
    public string Summary => Presence switch
    {
        RecordPresence.NotAsked => "not asked yet",
        RecordPresence.Found => $"found, {Share(DnsState.Found)}",
        RecordPresence.Absent => $"none, {Share(DnsState.Absent)}",
        RecordPresence.Unknown => $"unknown: no usable answer from {Number(Resolvers.Count)} resolvers",
        RecordPresence.Differs => $"resolvers differ: {Counts()}",
    };

    /// <summary>What the resolvers that found something say; each distinct set once.</summary>
    public IReadOnlyList<string> Records =>
        [.. Resolvers.Where(resolver => resolver.State == DnsState.Found).SelectMany(resolver => resolver.Records).Distinct(StringComparer.Ordinal)];

    /// <summary>A fault that needs no judgement; null when there is none.</summary>
    public string? Fault => Single && Resolvers.Select(resolver => resolver.Records.Count).DefaultIfEmpty().Max() is > 1 and var count
        ? $"{Number(count)} {Title} records stand at {Name}; only one is allowed, and receivers then ignore all of them."
        : null;

    // MX sets and TXT records come in ordinal order, so equal answers have equal text.
    private static string Content(ResolverRecord resolver) => string.Join('\n', resolver.Records.Prepend(resolver.State.ToString()));

    private string Share(DnsState state) =>
        $"{Number(Resolvers.Count(resolver => resolver.State == state))} of {Number(Resolvers.Count)} resolvers"
        + (Resolvers.Count(resolver => resolver.State == DnsState.Unknown) is > 0 and var unknown ? $", {Number(unknown)} unknown" : "");

    private string Counts()
    {
        var counts = Resolvers.GroupBy(resolver => resolver.State).OrderByDescending(group => group.Key).Select(group => group.Key switch
        {
            DnsState.Found => $"{Number(group.Count())} found",
            DnsState.Absent => $"{Number(group.Count())} none",
            DnsState.Unknown => $"{Number(group.Count())} unknown",
        });
        return string.Join(", ", counts);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
