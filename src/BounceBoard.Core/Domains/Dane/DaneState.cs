namespace BounceBoard.Core.Domains.Dane;

/// <summary>
/// NoRecord: nothing is promised. Unusable: records, but none that senders of mail can use; they then encrypt without checking (RFC 7672
/// §2.2). Mismatch: senders that check hold their mail back. Match: the server is the one that the domain means.
/// </summary>
public enum DaneState { NoRecord, Unusable, Mismatch, Match }
