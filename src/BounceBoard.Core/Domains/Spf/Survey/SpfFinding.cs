namespace BounceBoard.Core.Domains.Spf.Survey;

/// <summary>A finding of the linter; it stands beside a receiver's result and never changes it.</summary>
/// <param name="Domain">Whose record it is about.</param>
/// <param name="Term">The term as written; empty for the record as a whole.</param>
/// <param name="Text">What it means, as a sentence.</param>
/// <param name="Reference">Where the rule stands.</param>
public sealed record SpfFinding(SpfFindingKind Kind, FindingSeverity Severity, string Domain, string Term, string Text, string Reference);
