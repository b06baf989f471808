namespace BounceBoard.Core.Incidents;

/// <summary>Open, recovering, resolved; dismissed by a person; opened again when the same fingerprint refuses again.</summary>
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
        (IncidentState.Resolved or IncidentState.Dismissed, IncidentEvent.RefusedAgain or IncidentEvent.Reopen) => IncidentState.Open,
        _ => null,
    };

    /// <summary>A refusal opens a closed incident again only when it happened after the closing: a late DSN does not.</summary>
    /// <param name="refusedAt">Event time of the refusal, not its arrival.</param>
    public static bool Reopens(DateTimeOffset closedAt, DateTimeOffset refusedAt) => refusedAt > closedAt;
}
