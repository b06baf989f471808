using System.Net;

namespace BounceBoard.Core.Bounces;

/// <summary>What a piece of evidence says of one recipient and one attempt. Unknown fields are null; nothing is guessed.</summary>
public sealed record BounceReport
{
    public required BounceKind Kind { get; init; }

    /// <summary>How it was read: <c>dsn</c>, <c>postfix-log</c>, <c>transcript</c> … (names of the command line's contract); null when nothing could read it.</summary>
    public string? Format { get; init; }

    /// <summary>The program or provider that wrote the report, where a mark of its own tells; for <c>non-standard-dsn</c> it names the MTA's form.</summary>
    public string? Dialect { get; init; }

    /// <summary>Final recipient as written, case kept.</summary>
    public string? Recipient { get; init; }

    /// <summary>Original recipient (RFC 3464 §2.3.1, Postfix <c>orig_to</c>) where it differs.</summary>
    public string? OriginalRecipient { get; init; }

    /// <summary>Domain of <see cref="Recipient"/> in lower-case A-labels.</summary>
    public string? RecipientDomain { get; init; }

    /// <summary><c>failed</c>, <c>delayed</c>, <c>delivered</c>, <c>relayed</c> or <c>expanded</c> (RFC 3464 §2.3.3).</summary>
    public string? Action { get; init; }

    /// <summary>Enhanced status code <c>class.subject.detail</c> (RFC 3463).</summary>
    public string? Status { get; init; }

    /// <summary>Three-digit SMTP reply code.</summary>
    public int? ReplyCode { get; init; }

    /// <summary>The whole reply, lines joined by one space, code included where the evidence shows it.</summary>
    public string? ReplyText { get; init; }

    public SmtpStage? Stage { get; init; }

    /// <summary>Name of the server that refused, lower case, without a type prefix.</summary>
    public string? RemoteMta { get; init; }

    public IPAddress? RemoteIp { get; init; }

    public FieldSource RemoteIpSource { get; init; }

    public int? RemotePort { get; init; }

    /// <summary>The servers that passed the refusal on, outer to inner; empty when only one is known. Whom the reporting system spoke with stays in <see cref="RemoteMta"/>.</summary>
    public IReadOnlyList<RefusalHop> Hops { get; init; } = [];

    /// <summary>Receiving where a server's own log tells that it refused a client: the client is then <see cref="SendingIp"/>, the server <see cref="RemoteMta"/>.</summary>
    public ReportSide Side { get; init; }

    public string? ReportingMta { get; init; }

    /// <summary>The address from which our side connected.</summary>
    public IPAddress? SendingIp { get; init; }

    /// <summary>Sender pool, where the evidence names it; otherwise found later from the sending address.</summary>
    public string? Pool { get; init; }

    /// <summary>Envelope sender; empty string is the null sender.</summary>
    public string? Sender { get; init; }

    /// <summary>Message-ID without angle brackets.</summary>
    public string? MessageId { get; init; }

    public string? QueueId { get; init; }

    /// <summary>Signing domain of the original message's first DKIM-Signature.</summary>
    public string? DkimDomain { get; init; }

    public string? DkimSelector { get; init; }

    /// <summary>What else is told of the sending system; null when nothing is.</summary>
    public SenderMarks? Marks { get; init; }

    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Derived where the log has no year or zone, or only the report's Date is known.</summary>
    public FieldSource OccurredAtSource { get; init; }

    public BounceCategory Category { get; init; }

    /// <summary>Set when a rule of the tenant gave <see cref="Category"/>; null where the house's own rows did.</summary>
    public RuledCategory? Ruled { get; init; }

    /// <summary>True for a final failure, false for one that the sender goes on trying, null when unknown.</summary>
    public bool? Permanent { get; init; }

    /// <summary>Which of the fields that most sources state were worked out here; see <see cref="FieldSources"/> for all fields.</summary>
    public ReportFields Derived { get; init; }

    /// <summary>What could not be read and where, for <see cref="BounceKind.Error"/>.</summary>
    public string? Error { get; init; }
}
