namespace BounceBoard.Core.Domains.Dmarc;

/// <summary>One query of a tree walk.</summary>
/// <param name="Domain">The name whose record was asked for, without <c>_dmarc</c>.</param>
/// <param name="State">Unknown: no answer came; the walk's result is then unknown too.</param>
/// <param name="Reading">The one record; null where there is none, or more than one: all are then discarded (RFC 9989 §4.10).</param>
/// <param name="Records">DMARC records at the name, usable or not.</param>
public sealed record WalkStep(string Domain, DnsState State, DmarcReading? Reading, int Records)
{
    public DmarcRecord? Record => Reading?.Record;
}
