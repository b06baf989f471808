namespace BounceBoard.Core.Replays;

/// <summary>What resolvers say differently from a time on.</summary>
/// <param name="Resolver">Name of the one resolver that changes its mind; null for all.</param>
/// <param name="Records">Replace all that was said before of the names they hold.</param>
/// <param name="Fails">Names that get no usable answer from now on, with the rcode (<c>SERVFAIL</c>, <c>TIMEOUT</c>, <c>REFUSED</c>); <c>*</c> is every name.</param>
/// <param name="Removed">Names that have no record any more.</param>
public sealed record DnsChange(
    DateTimeOffset From, string? Resolver, IReadOnlyList<ZoneRecord> Records, IReadOnlyDictionary<string, string> Fails, IReadOnlyList<string> Removed);
