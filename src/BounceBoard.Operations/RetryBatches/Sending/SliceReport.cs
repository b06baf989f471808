namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>How a slice ended.</summary>
/// <param name="Changed">Attempts that are settled.</param>
/// <param name="HandedOver">Mails that count for the pace.</param>
/// <param name="Trouble">What the server or the way to it said against all mails; null when there was no such trouble.</param>
/// <param name="NotBefore">Something else asks to wait until then.</param>
internal sealed record SliceReport(int Changed, int HandedOver, string? Trouble, DateTimeOffset? NotBefore)
{
    /// <summary>The trouble will not pass by itself: whoever is next would meet it too.</summary>
    public bool IsFinal { get; init; }
}
