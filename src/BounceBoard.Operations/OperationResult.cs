namespace BounceBoard.Operations;

/// <summary>What became of a change that returns nothing: done, or refused with a text for the person who asked.</summary>
public abstract record OperationResult
{
    private OperationResult()
    {
    }

    /// <summary>Why it was refused; null when it was done.</summary>
    public string? Problem => (this as Refused)?.Message;

    public bool IsDone => this is Done;

    /// <summary>The change is committed.</summary>
    public sealed record Done : OperationResult;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Message">What, where, and what to do instead.</param>
    public sealed record Refused(string Message) : OperationResult;
}
