using BounceBoard.Core.Domains.Blocklists;

namespace BounceBoard.Dns.Domains;

/// <summary>A blocklist that is asked.</summary>
/// <param name="AskedZone">Where: its own zone, or a subscriber's, which may hold a key and is shown nowhere.</param>
internal sealed record ListChoice(Blocklist List, string AskedZone);
