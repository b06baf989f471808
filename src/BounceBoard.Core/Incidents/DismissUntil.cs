namespace BounceBoard.Core.Incidents;

/// <summary>What ends a dismissal.</summary>
public enum DismissUntil
{
    /// <summary>A time, when something was refused since the dismissal.</summary>
    Date,

    /// <summary>So many more refusals.</summary>
    Refusals,

    /// <summary>So many people who were not refused here before.</summary>
    People,

    /// <summary>The rules come to another verdict.</summary>
    VerdictChange,

    /// <summary>Nothing; a person can still open it again.</summary>
    Never,
}
