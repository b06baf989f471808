using System.Net;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.RetryBatches;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>What became of an attempt, ready to be written. What is null here stays as it stands.</summary>
public sealed record AttemptOutcome
{
    public required long AttemptId { get; init; }

    public required AttemptEvent Event { get; init; }

    /// <summary>Null for what was never sent.</summary>
    public OutcomeSource? Source { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Only while this claim holds it, or held it last; null for what comes from elsewhere.</summary>
    public long? Claim { get; init; }

    /// <summary>The person who settled it by hand.</summary>
    public string? SettledBy { get; init; }

    public string? QueueId { get; init; }

    public string? RemoteMta { get; init; }

    public IPAddress? RemoteIp { get; init; }

    public SmtpStage? SmtpStage { get; init; }

    public int? ReplyCode { get; init; }

    public string? Status { get; init; }

    public string? ReplyText { get; init; }

    public string? Remark { get; init; }

    public string? Transcript { get; init; }
}
