namespace BounceBoard.Core.Domains.Dmarc;

/// <summary>One TXT record read as DMARC.</summary>
/// <param name="Record">Null when receivers must treat the text as if it were not there.</param>
/// <param name="Findings">Everything worth saying, in the order of the text.</param>
public sealed record DmarcReading(DmarcRecord? Record, IReadOnlyList<DmarcFinding> Findings)
{
    /// <summary>No error: strict readers of the same text agree.</summary>
    public bool IsClean => Record is not null && Findings.All(finding => finding.Severity != FindingSeverity.Error);
}
