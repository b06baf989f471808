namespace BounceBoard.Core.Domains.Health;

/// <summary>How one server of a zone serves it signed (RFC 4034).</summary>
/// <param name="Keys">DNSKEY set; empty where the zone has none, null where this server was not asked for it or gave no answer.</param>
/// <param name="From">Start of the signature of the SOA that holds longest; null where it is not signed.</param>
/// <param name="Until">Its end.</param>
/// <param name="Nsec3Iterations">Extra rounds of hashing of NSEC3 (RFC 5155 §3.1.3); null where the zone does not use it or that is not known.</param>
public sealed record ZoneSigning(IReadOnlyList<ZoneKey>? Keys, DateTimeOffset? From, DateTimeOffset? Until, int? Nsec3Iterations);
