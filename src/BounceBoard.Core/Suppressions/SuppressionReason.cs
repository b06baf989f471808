namespace BounceBoard.Core.Suppressions;

/// <summary>Why an address gets no more mail.</summary>
public enum SuppressionReason
{
    /// <summary>The rules found a dead mailbox.</summary>
    BadAddress,

    /// <summary>Refused again in a controlled retry over a clean route.</summary>
    RefusedAfterRetry,

    /// <summary>The recipient called a message unwanted (RFC 5965).</summary>
    Complaint,

    /// <summary>The recipient left.</summary>
    Unsubscribe,

    /// <summary>A person or a program of the tenant said so.</summary>
    Manual,

    /// <summary>Taken over from another list.</summary>
    Imported,
}
