namespace BounceBoard.Operations.Outside;

/// <summary>Something could not be fetched from the public Internet; the message says what and why.</summary>
public sealed class OutsideException : Exception
{
    public OutsideException(string message)
        : base(message)
    {
    }

    public OutsideException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Of a post that is made once: its body may have arrived, so nobody knows what became of it.</summary>
    public bool BodyLeft { get; init; }
}
