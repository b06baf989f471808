namespace BounceBoard.Core.Alerts;

/// <summary>What moves a destination.</summary>
public enum AlertDestinationEvent
{
    /// <summary>It took a message.</summary>
    Answered,

    /// <summary>It refused one or did not answer.</summary>
    Failed,

    /// <summary>It failed for the whole time of tries: see <see cref="AlertBackOff.Patience"/>.</summary>
    RanOut,

    /// <summary>It says that it wants nothing any more (HTTP 410, RFC 9110 §15.5.11).</summary>
    Gone,

    /// <summary>A person enables it again.</summary>
    Enable,
}
