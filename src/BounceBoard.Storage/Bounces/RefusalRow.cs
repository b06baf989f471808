using System.Net;
using BounceBoard.Core.Bounces;

namespace BounceBoard.Storage.Bounces;

/// <summary>One refusal: one recipient, one attempt, whatever number of sources told of it.</summary>
public sealed record RefusalRow
{
    public required long Id { get; init; }

    public required string FoldKey { get; init; }

    public required long IncidentId { get; init; }

    /// <summary>As submitted, case kept.</summary>
    public required string Recipient { get; init; }

    /// <summary>For grouping only, never for sending.</summary>
    public required string RecipientKey { get; init; }

    public required string RecipientDomain { get; init; }

    public string? OriginalRecipient { get; init; }

    /// <summary>The local part holds a capital letter.</summary>
    public required bool UpperCase { get; init; }

    /// <summary><c>failed</c> or <c>delayed</c>.</summary>
    public required string Action { get; init; }

    public string? Status { get; init; }

    public int? ReplyCode { get; init; }

    public string? ReplyText { get; init; }

    public SmtpStage? Stage { get; init; }

    public string? RemoteMta { get; init; }

    public IPAddress? RemoteIp { get; init; }

    /// <summary>Which of the fields that most sources state were worked out.</summary>
    public ReportFields Derived { get; init; }

    public required FieldSource RemoteIpSource { get; init; }

    public int? RemotePort { get; init; }

    /// <summary>Servers that passed the refusal on, as <see cref="HopsJson"/> writes them; null when only one is known.</summary>
    public string? Hops { get; init; }

    /// <summary>Receiving: our own server told that it refused a client.</summary>
    public ReportSide Side { get; init; }

    public string? ReportingMta { get; init; }

    public IPAddress? SendingIp { get; init; }

    public string? Pool { get; init; }

    public string? Sender { get; init; }

    public string? MessageId { get; init; }

    public string? QueueId { get; init; }

    public string? DkimDomain { get; init; }

    public string? DkimSelector { get; init; }

    public required string Format { get; init; }

    public required BounceCategory Category { get; init; }

    public required RefusalFamily Family { get; init; }

    /// <summary>The tenant's own rule that gave the category; null where the house's rows did. The rule may have been deleted since.</summary>
    public long? RuleId { get; init; }

    /// <summary>What the category was without the rule; null without one.</summary>
    public BounceCategory? ToldCategory { get; init; }

    public bool? Permanent { get; init; }

    public required bool Verified { get; init; }

    /// <summary>The attempt of a controlled retry that it answered; null for every other refusal.</summary>
    public long? AttemptId { get; init; }

    /// <summary>Event time.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    public required FieldSource OccurredSource { get; init; }

    public required DateTimeOffset IngestedAt { get; init; }

    /// <summary>Written once and not read back: the incident of its own fingerprint, while that is merged into <see cref="IncidentId"/>.</summary>
    public long? GroupedId { get; init; }
}
