namespace BounceBoard.Core.RetryBatches;

/// <summary>What the outcomes of a stage say.</summary>
public enum StageDecision
{
    /// <summary>Too few outcomes are known; wait.</summary>
    Undecided,

    /// <summary>The test wants its next group; nothing speaks against it.</summary>
    More,

    /// <summary>The stage went well.</summary>
    Next,

    /// <summary>The stop rule fires: nobody else is sent to.</summary>
    Halt,
}
