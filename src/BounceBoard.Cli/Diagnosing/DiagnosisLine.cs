namespace BounceBoard.Cli.Diagnosing;

/// <summary>One line of <c>diagnose --json</c>: names are a contract; fields may be added, never renamed.</summary>
internal sealed record DiagnosisLine
{
    public required string File { get; init; }

    public required int Index { get; init; }

    public required string? Recipient { get; init; }

    public required string? RemoteMta { get; init; }

    public required string? RemoteIp { get; init; }

    public required string? OccurredAt { get; init; }

    /// <summary>Relation of the server that refused to the recipient's MX.</summary>
    public required string Endpoint { get; init; }

    /// <summary>How the relation was found.</summary>
    public required string How { get; init; }

    public required bool ResolversAgree { get; init; }

    public required string? PinnedBy { get; init; }

    public required string Cause { get; init; }

    public required string? SubCause { get; init; }

    public required string Verdict { get; init; }

    public required string Confidence { get; init; }

    public required IReadOnlyList<ReasonOf> Reasons { get; init; }

    public required IReadOnlyList<string> Missing { get; init; }

    public required IReadOnlyList<string> Fix { get; init; }

    public required IReadOnlyList<string> WouldChange { get; init; }

    public required string? NotBefore { get; init; }

    public required IReadOnlyList<MxOf> Mx { get; init; }

    /// <summary>One reason of the finding.</summary>
    internal sealed record ReasonOf(string Rule, bool For, string Text);

    /// <summary>What one resolver said.</summary>
    /// <param name="Endpoint">The relation that this resolver's answer supports.</param>
    internal sealed record MxOf(string Resolver, IReadOnlyList<string> Answer, string Rcode, int? Ttl, string? Endpoint, string? How);
}
