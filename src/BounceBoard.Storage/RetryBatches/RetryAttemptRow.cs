using System.Net;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.RetryBatches;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>The one try for one recipient of a batch.</summary>
public sealed record RetryAttemptRow
{
    public required long Id { get; init; }

    public required long BatchId { get; init; }

    public required int Stage { get; init; }

    public required int Position { get; init; }

    public required long IncidentId { get; init; }

    /// <summary>As submitted, case kept.</summary>
    public required string Recipient { get; init; }

    public required string RecipientKey { get; init; }

    public required string Domain { get; init; }

    /// <summary>The refusal that it answers.</summary>
    public required long RefusalId { get; init; }

    /// <summary>Evidence that holds the original whole; null: the test message.</summary>
    public long? OriginalId { get; init; }

    /// <summary>Envelope sender of the original.</summary>
    public required string Sender { get; init; }

    public string? Pool { get; init; }

    public required AttemptState State { get; init; }

    public long? Claim { get; init; }

    public DateTimeOffset? LeaseUntil { get; init; }

    public DateTimeOffset? HandedAt { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    public string? SettledBy { get; init; }

    public OutcomeSource? OutcomeSource { get; init; }

    /// <summary>Without angle brackets; made when planned.</summary>
    public required string MessageId { get; init; }

    /// <summary>What our relay called it.</summary>
    public string? QueueId { get; init; }

    public string? RemoteMta { get; init; }

    public IPAddress? RemoteIp { get; init; }

    public SmtpStage? SmtpStage { get; init; }

    public int? ReplyCode { get; init; }

    public string? Status { get; init; }

    public string? ReplyText { get; init; }

    public string? Remark { get; init; }
}
