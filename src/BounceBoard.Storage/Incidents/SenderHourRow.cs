using BounceBoard.Core.Bounces;

namespace BounceBoard.Storage.Incidents;

/// <summary>People whom another tenant's incident lost in one hour. The tenant is a number to tell senders apart by, never a name.</summary>
public sealed class SenderHourRow
{
    public required long Sender { get; init; }

    public required RefusalFamily Family { get; init; }

    /// <summary>Start of the hour.</summary>
    public required DateTimeOffset Hour { get; init; }

    public required long People { get; init; }
}
