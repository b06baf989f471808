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

    /// <summary>A person dismisses it until a condition, with a reason.</summary>
    Dismiss,

    /// <summary>What a dismissed incident waited for has come: see <see cref="Dismissal.IsMet"/>.</summary>
    ConditionMet,

    /// <summary>A person opens it again.</summary>
    Reopen,

    /// <summary>A person makes it part of another incident.</summary>
    Merge,

    /// <summary>A person makes it an incident of its own again.</summary>
    Split,
}
