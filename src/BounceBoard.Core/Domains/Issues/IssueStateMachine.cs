namespace BounceBoard.Core.Domains.Issues;

/// <summary>Open, snoozed, accepted, fixed; only an examination says that an issue is fixed, never a person.</summary>
public static class IssueStateMachine
{
    /// <summary>The next state, or null when the event moves nothing: then no button shows.</summary>
    public static IssueState? Next(IssueState state, IssueEvent happened) => (state, happened) switch
    {
        (IssueState.Open or IssueState.Snoozed or IssueState.Accepted, IssueEvent.Gone) => IssueState.Fixed,
        // What comes back after it was fixed is news, whatever was said to it before.
        (IssueState.Fixed, IssueEvent.Seen) => IssueState.Open,
        (IssueState.Open, IssueEvent.Snooze) => IssueState.Snoozed,
        (IssueState.Snoozed, IssueEvent.SnoozeEnded or IssueEvent.Reopen) => IssueState.Open,
        (IssueState.Open or IssueState.Snoozed, IssueEvent.Accept) => IssueState.Accepted,
        (IssueState.Accepted, IssueEvent.Reopen) => IssueState.Open,
        _ => null,
    };
}
