namespace BounceBoard.Core.Incidents;

/// <summary>What moves an incident.</summary>
public enum IncidentEvent
{
    /// <summary>The same fingerprint refuses again, by event time: see <see cref="IncidentStateMachine.Reopens"/>.</summary>
    RefusedAgain,

    /// <summary>Deliveries resumed, or failures are back inside the baseline.</summary>
    Calmed,

    /// <summary>Calm for the whole settling time.</summary>
    Settled,

    /// <summary>A person dismisses it, with a reason.</summary>
    Dismiss,

    /// <summary>A person opens it again.</summary>
    Reopen,
}
