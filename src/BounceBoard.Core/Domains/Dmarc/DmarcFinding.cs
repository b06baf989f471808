namespace BounceBoard.Core.Domains.Dmarc;

/// <summary>A finding about a record.</summary>
/// <param name="Tag">The tag as written; empty for the record as a whole.</param>
/// <param name="Text">What it means for receivers, as a sentence.</param>
/// <param name="Reference">Where the rule stands.</param>
public sealed record DmarcFinding(DmarcFindingKind Kind, FindingSeverity Severity, string Tag, string Text, string Reference);
