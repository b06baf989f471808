using System.Net;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>A recipient whom a controlled retry reached.</summary>
public sealed record AcceptedRetryRow
{
    public required string Recipient { get; init; }

    public required string RecipientKey { get; init; }

    public required string Domain { get; init; }

    public IPAddress? RemoteIp { get; init; }

    public string? Pool { get; init; }

    /// <summary>The batch was halted: its path is not believed.</summary>
    public required bool IsOfHalted { get; init; }

    public required DateTimeOffset HandedAt { get; init; }

    public required DateTimeOffset SettledAt { get; init; }
}
