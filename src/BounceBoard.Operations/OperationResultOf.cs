using System.Diagnostics.CodeAnalysis;

namespace BounceBoard.Operations;

/// <summary>What became of a change that returns something: done with a value, or refused with a text for the person who asked.</summary>
public abstract record OperationResult<T>
{
    private OperationResult()
    {
    }

    /// <summary>Why it was refused; null when it was done.</summary>
    public string? Problem => (this as Refused)?.Message;

    /// <summary>True with the value when it was done.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = this is Done done ? done.Value : default;
        return this is Done;
    }

    /// <summary>The same without the value.</summary>
    public OperationResult WithoutValue() => this is Refused refused ? new OperationResult.Refused(refused.Message) : new OperationResult.Done();

    public static implicit operator OperationResult<T>(T value) => new Done(value);

    public static implicit operator OperationResult<T>(OperationResult.Refused refused) => new Refused(refused.Message);

    /// <summary>The change is committed.</summary>
    public sealed record Done(T Value) : OperationResult<T>;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Message">What, where, and what to do instead.</param>
    public sealed record Refused(string Message) : OperationResult<T>;
}
