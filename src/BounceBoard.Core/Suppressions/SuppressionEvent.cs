namespace BounceBoard.Core.Suppressions;

/// <summary>What moves an entry.</summary>
public enum SuppressionEvent
{
    /// <summary>The rules say so, and the tenant wants to be asked.</summary>
    Suggest,

    /// <summary>Added: by a person, a program, a complaint, or by the rules where the tenant lets them.</summary>
    Hold,

    /// <summary>A person takes it back, or declines what was suggested.</summary>
    Release,
}
