namespace BounceBoard.Core.Domains;

/// <summary>Found: records. Absent: NXDOMAIN or no data. Unknown: timeout, SERVFAIL, REFUSED: never shown as "no record".</summary>
public enum DnsState { Unknown, Absent, Found }
