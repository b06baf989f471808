namespace BounceBoard.Core.Incidents;

/// <summary>Open, recovering, resolved; opened again when the same fingerprint refuses again; dismissed by a person until a condition; merged into another.</summary>
public static class IncidentStateMachine
{
    /// <summary>The next state, or null when the event moves nothing: then no button shows.</summary>
    public static IncidentState? Next(IncidentState state, IncidentEvent happened) => (state, happened) switch
    {
        (IncidentState.Open, IncidentEvent.Calmed) => IncidentState.Recovering,
        (IncidentState.Open, IncidentEvent.Dismiss) => IncidentState.Dismissed,
        (IncidentState.Recovering, IncidentEvent.RefusedAgain) => IncidentState.Open,
        (IncidentState.Recovering, IncidentEvent.Settled) => IncidentState.Resolved,
        (IncidentState.Recovering, IncidentEvent.Dismiss) => IncidentState.Dismissed,
        (IncidentState.Resolved, IncidentEvent.RefusedAgain or IncidentEvent.Reopen) => IncidentState.Open,
        // A refusal alone does not end a dismissal: the person said what would.
        (IncidentState.Dismissed, IncidentEvent.ConditionMet or IncidentEvent.Reopen) => IncidentState.Open,
        (IncidentState.Open or IncidentState.Recovering or IncidentState.Resolved or IncidentState.Dismissed, IncidentEvent.Merge) => IncidentState.Merged,
        (IncidentState.Merged, IncidentEvent.Split) => IncidentState.Open,
        _ => null,
    };

    /// <summary>Whether a person can say "I have it": once, while there is something to have.</summary>
    public static bool CanAcknowledge(IncidentState state, DateTimeOffset? acknowledgedAt) =>
        acknowledgedAt is null && state is (IncidentState.Open or IncidentState.Recovering);

    /// <summary>A refusal opens a closed incident again only when it happened after the closing: a late DSN does not.</summary>
    /// <param name="refusedAt">Event time of the refusal, not its arrival.</param>
    public static bool Reopens(DateTimeOffset closedAt, DateTimeOffset refusedAt) => refusedAt > closedAt;
}
