namespace BounceBoard.Core.Domains.Dmarc;

/// <summary>What a domain owner asks receivers to do, in rising order (RFC 9989 §4.7).</summary>
public enum DmarcPolicy { None, Quarantine, Reject }
