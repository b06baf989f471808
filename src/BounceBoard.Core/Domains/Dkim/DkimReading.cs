namespace BounceBoard.Core.Domains.Dkim;

/// <summary>One TXT record read as a DKIM key.</summary>
/// <param name="Key">Null when verifiers cannot use the text as a key: it is invalid or revoked.</param>
/// <param name="IsRevoked">The record is well formed and its <c>p</c> is empty: the owner withdrew the key (RFC 6376 §3.6.1).</param>
/// <param name="Findings">Everything worth saying, in the order of the text.</param>
public sealed record DkimReading(DkimKey? Key, bool IsRevoked, IReadOnlyList<DkimFinding> Findings)
{
    public DkimKeyState State =>
        IsRevoked ? DkimKeyState.Revoked
        : Key is null ? DkimKeyState.Invalid
        : Key.CanVerifyMail ? DkimKeyState.Usable
        : DkimKeyState.Unusable;

    /// <summary>Why verifiers ignore the record or fail with its key: the first error's sentence; empty where there is none.</summary>
    public string Problem => Findings.FirstOrDefault(finding => finding.Severity == FindingSeverity.Error)?.Text ?? "";
}
