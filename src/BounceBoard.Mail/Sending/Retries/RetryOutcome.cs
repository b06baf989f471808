using System.Net;
using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Sending.Retries;

/// <summary>What became of one mail, and where in the conversation that was decided.</summary>
public sealed record RetryOutcome
{
    private const int ClosingDown = 421;

    public required RetryOutcomeKind Kind { get; init; }

    /// <summary>The step to which the reply answers, or at which the connection ended.</summary>
    public required SmtpStage Stage { get; init; }

    /// <summary>Null when no whole reply was heard.</summary>
    public int? Code { get; init; }

    /// <summary>RFC 3463, for example <c>5.1.1</c>.</summary>
    public string? EnhancedStatus { get; init; }

    /// <summary>The whole reply on one line, its code first; without a reply, what kept it from being heard.</summary>
    public required string Reply { get; init; }

    /// <summary>What the server calls itself, in EHLO or else in its greeting.</summary>
    public string? RemoteName { get; init; }

    public IPAddress? RemoteAddress { get; init; }

    public IPAddress? LocalAddress { get; init; }

    /// <summary>For example <c>Tls13</c>; null when the words went in the clear.</summary>
    public string? Encryption { get; init; }

    /// <summary>At most 16,000 characters; no secret, no mail text.</summary>
    public required string Transcript { get; init; }

    /// <summary>The address or the bytes cannot go to this server at all: trying again changes nothing.</summary>
    public bool Unsendable { get; init; }

    /// <summary>The other side takes nothing from us any more, whoever is next: only a person can put that right.</summary>
    public bool TurnsUsAway { get; init; }

    /// <summary>The reply is about this recipient or this mail, not about the server, the connection or us (421 ends the connection: RFC 5321 §3.8).</summary>
    public bool ConcernsRecipient =>
        Kind is RetryOutcomeKind.Accepted or RetryOutcomeKind.Deferred or RetryOutcomeKind.Refused
        && Stage is SmtpStage.RcptTo or SmtpStage.Data or SmtpStage.EndOfData
        && Code is not null and not ClosingDown;
}
