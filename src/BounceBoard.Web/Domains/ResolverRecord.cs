using BounceBoard.Core.Domains;

namespace BounceBoard.Web.Domains;

/// <summary>The latest answer of one resolver to one question.</summary>
/// <param name="Records">Those of the answer that are of the asked kind; empty unless found.</param>
/// <param name="Ttl">Seconds; null when unknown.</param>
/// <param name="Since">Since when it has said this.</param>
/// <param name="SeenAt">When it last said it.</param>
public sealed record ResolverRecord(
    string Resolver, DnsState State, string Rcode, IReadOnlyList<string> Records, int? Ttl, DateTimeOffset Since, DateTimeOffset SeenAt);
