namespace BounceBoard.Core.Domains.Issues;

/// <summary>Life of an issue. Snoozed: out of sight until a day; Accepted: seen and left as it is; Fixed: the check passes now.</summary>
public enum IssueState { Open, Snoozed, Accepted, Fixed }
