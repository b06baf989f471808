namespace BounceBoard.Core.Domains.Dkim;

/// <summary>A finding about a key record.</summary>
/// <param name="Tag">The tag as written; empty for the record as a whole.</param>
/// <param name="Text">What it means for verifiers, as a sentence.</param>
/// <param name="Reference">Where the rule stands.</param>
public sealed record DkimFinding(DkimFindingKind Kind, FindingSeverity Severity, string Tag, string Text, string Reference);
