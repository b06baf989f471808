namespace BounceBoard.Core.Audit;

/// <summary>Where a chain does not hold, and how that shows.</summary>
public sealed record AuditFault(long Seq, string What);
