using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>One refusal or deferral of one recipient, as far as it is known.</summary>
public sealed record KnownRefusal
{
    /// <summary>Recipient key (<see cref="EmailAddress.Key"/>): one person, however spelled.</summary>
    public required string Person { get; init; }

    public required DomainName Domain { get; init; }

    /// <summary>Event time.</summary>
    public required DateTimeOffset At { get; init; }

    public required BounceCategory Category { get; init; }

    public int? ReplyCode { get; init; }

    public string? Status { get; init; }

    public string? ReplyText { get; init; }

    public SmtpStage? Stage { get; init; }

    public required RemoteEndpoint Endpoint { get; init; }

    public string? SendingIp { get; init; }

    public string? Pool { get; init; }

    /// <summary>Envelope sender; the empty string is the null sender.</summary>
    public string? Sender { get; init; }

    public required bool Verified { get; init; }

    public bool? Permanent { get; init; }

    /// <summary>It answered a controlled retry.</summary>
    public bool IsControlledRetry { get; init; }

    /// <summary>The local part has a capital letter as submitted.</summary>
    public bool HasUpperCase { get; init; }

    public RefusalFamily Family => RefusalFamilies.Of(Category);
}
