namespace BounceBoard.Core.RetryBatches;

/// <summary>The way of one attempt. No event leads from behind the final dot back to before it, so nothing is sent twice.</summary>
public static class AttemptStateMachine
{
    /// <summary>The next state, or null when the event moves nothing.</summary>
    public static AttemptState? Next(AttemptState state, AttemptEvent happened) => (state, happened) switch
    {
        (AttemptState.Planned, AttemptEvent.Claim) => AttemptState.Claimed,
        (AttemptState.Planned, AttemptEvent.Skip) => AttemptState.Skipped,
        (AttemptState.Claimed, AttemptEvent.Release) => AttemptState.Planned,
        (AttemptState.Claimed, AttemptEvent.HandOver) => AttemptState.HandingOver,
        (AttemptState.Claimed, AttemptEvent.Defer) => AttemptState.Deferred,
        (AttemptState.Claimed, AttemptEvent.Refuse) => AttemptState.Refused,
        (AttemptState.Claimed, AttemptEvent.Skip) => AttemptState.Skipped,
        (AttemptState.HandingOver, AttemptEvent.Submit) => AttemptState.Submitted,
        (AttemptState.HandingOver, AttemptEvent.Accept) => AttemptState.Accepted,
        (AttemptState.HandingOver, AttemptEvent.Defer) => AttemptState.Deferred,
        (AttemptState.HandingOver, AttemptEvent.Refuse) => AttemptState.Refused,
        (AttemptState.HandingOver, AttemptEvent.Doubt) => AttemptState.InDoubt,
        (AttemptState.Submitted, AttemptEvent.Accept) => AttemptState.Accepted,
        (AttemptState.Submitted, AttemptEvent.Refuse) => AttemptState.Refused,
        // A DSN may come after the recipient's server took it, or after the window's end.
        (AttemptState.Accepted, AttemptEvent.Refuse) => AttemptState.Refused,
        // A person, a log or a DSN that arrives later.
        (AttemptState.InDoubt, AttemptEvent.Accept) => AttemptState.Accepted,
        (AttemptState.InDoubt, AttemptEvent.Refuse) => AttemptState.Refused,
        _ => null,
    };

    /// <summary>States from which an event moves on: what a statement compares before it sets.</summary>
    public static IReadOnlyList<AttemptState> From(AttemptEvent happened) =>
        [.. Enum.GetValues<AttemptState>().Where(state => Next(state, happened) is not null)];
}
