namespace BounceBoard.Core.RetryBatches;

/// <summary>What an attempt's outcome rests on.</summary>
public enum OutcomeSource
{
    /// <summary>The SMTP conversation itself.</summary>
    Transcript,

    /// <summary>A delivery log.</summary>
    Log,

    /// <summary>A report that names our message or carries our token.</summary>
    Dsn,

    /// <summary>The tenant's platform told, by webhook or by the API.</summary>
    Platform,

    /// <summary>Nothing was heard against it until the observation ended.</summary>
    Window,

    /// <summary>Somebody settled it by hand.</summary>
    Person,
}
