namespace BounceBoard.Core.Domains.Issues;

/// <summary>What moves an issue.</summary>
public enum IssueEvent
{
    /// <summary>An examination found it again.</summary>
    Seen,

    /// <summary>An examination found that its check passes, or concerns the domain no more.</summary>
    Gone,

    /// <summary>A person puts it off until a day.</summary>
    Snooze,

    /// <summary>The day has come.</summary>
    SnoozeEnded,

    /// <summary>A person leaves it as it is.</summary>
    Accept,

    /// <summary>A person wants it back among the open ones.</summary>
    Reopen,
}
