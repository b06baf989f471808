namespace BounceBoard.Core.Audit;

/// <summary>Who did what, when, and by which way in.</summary>
/// <param name="Via"><c>web</c>, <c>cli</c>, <c>api</c>, <c>system</c>.</param>
/// <param name="Object">What it was done to, for example <c>domain example.net</c>.</param>
/// <param name="Detail">Before and after, or empty; never a secret.</param>
public sealed record AuditEntry(DateTimeOffset At, string Actor, string Via, string Action, string Object, string Detail);
