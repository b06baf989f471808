namespace BounceBoard.Core.Domains.Health;

/// <summary>Unknown: it could not be found out, which is neither good nor bad. NotApplicable: the rule does not concern this domain.</summary>
public enum CheckState { Pass, Warn, Fail, Unknown, NotApplicable }
