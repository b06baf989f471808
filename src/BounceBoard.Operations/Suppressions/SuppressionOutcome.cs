namespace BounceBoard.Operations.Suppressions;

/// <summary>What became of an address that was to be suppressed.</summary>
public enum SuppressionOutcome
{
    Added,

    /// <summary>It stood there already, for this or a weightier reason.</summary>
    AlreadyThere,

    /// <summary>It was released here, and what is offered is no newer evidence.</summary>
    LeftReleased,
}
