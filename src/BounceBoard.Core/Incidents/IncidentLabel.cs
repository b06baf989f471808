namespace BounceBoard.Core.Incidents;

/// <summary>What is remarkable about an open incident.</summary>
public enum IncidentLabel
{
    /// <summary>Began within the last day.</summary>
    New,

    /// <summary>Refuses much faster than it did.</summary>
    Escalating,

    /// <summary>Was resolved, and refuses again.</summary>
    Regressed,
}
