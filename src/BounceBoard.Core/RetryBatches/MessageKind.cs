namespace BounceBoard.Core.RetryBatches;

/// <summary>What a recipient gets.</summary>
public enum MessageKind
{
    /// <summary>The mail that was refused, as the evidence holds it, under a new Message-ID.</summary>
    Original,

    /// <summary>A fixed text that says it is a test.</summary>
    Test,
}
