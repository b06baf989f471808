namespace BounceBoard.Core.Domains.Blocklists;

/// <summary>What a list is asked for: addresses that connect (RFC 5782 §2), or domain names (§3).</summary>
public enum BlocklistKind { Addresses, Domains }
