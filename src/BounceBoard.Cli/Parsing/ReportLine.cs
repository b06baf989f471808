namespace BounceBoard.Cli.Parsing;

/// <summary>One line of the output: names and order are a contract; fields may be added, never renamed.</summary>
internal sealed record ReportLine
{
    public required string File { get; init; }

    public required int Index { get; init; }

    public required string Kind { get; init; }

    public string? Format { get; init; }

    public string? Dialect { get; init; }

    public string? Recipient { get; init; }

    public string? OriginalRecipient { get; init; }

    public string? RecipientDomain { get; init; }

    public string? Action { get; init; }

    public string? Status { get; init; }

    public int? ReplyCode { get; init; }

    public string? ReplyText { get; init; }

    public string? Stage { get; init; }

    public string? RemoteMta { get; init; }

    public string? RemoteIp { get; init; }

    public string? RemoteIpSource { get; init; }

    public int? RemotePort { get; init; }

    /// <summary>Servers that passed the refusal on, outer to inner; empty when only one is known. Null where there is no recipient.</summary>
    public IReadOnlyList<HopLine>? Hops { get; init; }

    /// <summary><c>receiving</c> where the log is that of the server that refused, else <c>sending</c>; null where nothing was attempted.</summary>
    public string? Side { get; init; }

    public string? ReportingMta { get; init; }

    public string? SendingIp { get; init; }

    public string? Pool { get; init; }

    public string? Sender { get; init; }

    public string? MessageId { get; init; }

    public string? QueueId { get; init; }

    public string? DkimDomain { get; init; }

    public string? DkimSelector { get; init; }

    public string? OccurredAt { get; init; }

    public string? OccurredAtSource { get; init; }

    public string? Category { get; init; }

    public bool? Permanent { get; init; }

    /// <summary>Names of the fields above that were worked out from others; what is null is unknown, all else is stated. Null where there is no recipient.</summary>
    public IReadOnlyList<string>? Derived { get; init; }

    public string? Error { get; init; }
}
