namespace BounceBoard.Cli.Domains;

/// <summary>The object of <c>check --json</c>: names are a contract; fields may be added, never renamed.</summary>
internal sealed record CheckLine
{
    public required string Domain { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Whose answers these are.</summary>
    public required string Resolver { get; init; }

    /// <summary>False when DNS says that there is no such name; null when it did not answer.</summary>
    public required bool? Exists { get; init; }

    /// <summary>Others register their names under it.</summary>
    public required bool PublicSuffix { get; init; }

    public required ScoreOf Score { get; init; }

    public required IReadOnlyList<CheckOf> Checks { get; init; }

    public required SpfOf Spf { get; init; }

    public required DmarcOf Dmarc { get; init; }

    public required IReadOnlyList<HostOf> MailHosts { get; init; }

    /// <summary>Null when no policy was looked for.</summary>
    public required PolicyOf? MtaStsPolicy { get; init; }

    /// <summary>The rules of the large mailbox providers for bulk senders; empty for a parked domain.</summary>
    public required IReadOnlyList<BulkRuleLine> BulkRules { get; init; }

    /// <param name="Value">0 to 100; null when nothing is known.</param>
    /// <param name="Coverage">Percent of the points that are known.</param>
    internal sealed record ScoreOf(
        int? Value, int Low, int High, int Coverage, string Grade, int Version, string Profile, IReadOnlyList<CapOf> Caps, IReadOnlyList<PartOf> Parts);

    internal sealed record CapOf(string Check, string Reason, int Most);

    /// <param name="Won">Null when unknown.</param>
    internal sealed record PartOf(string Id, string Group, string Title, double Most, double? Won, string Reason, IReadOnlyList<string> Checks);

    /// <param name="State"><c>pass</c>, <c>warn</c>, <c>fail</c>, <c>unknown</c> or <c>not-applicable</c>.</param>
    internal sealed record CheckOf(
        string Id, string Subject, string Area, string State, string Title, IReadOnlyList<string> Evidence, string Reference, string? Meaning, string? Why,
        IReadOnlyList<string> Fix, IReadOnlyList<RecordOf> Records, double LostPoints);

    /// <summary>A record to publish.</summary>
    internal sealed record RecordOf(string Name, string Type, string Value);

    internal sealed record SpfOf(int Lookups, int VoidLookups);

    /// <param name="Policy">What the record asks for this domain.</param>
    /// <param name="Applied">What remains of it in test mode.</param>
    internal sealed record DmarcOf(string? PolicyDomain, string? Policy, string? Applied, string? OrganizationalDomain, IReadOnlyList<StepOf> Steps);

    /// <summary>One query of the tree walk.</summary>
    /// <param name="Answer"><c>found</c>, <c>absent</c> or <c>unknown</c>.</param>
    /// <param name="Records">DMARC records at this name; more than one: all are ignored.</param>
    internal sealed record StepOf(string Domain, string Answer, int Records);

    /// <summary>One mail server, as it answered.</summary>
    internal sealed record HostOf(
        string Host, string Address, string State, string? Problem, string? Banner, IReadOnlyList<string> Capabilities, string? Tls, string? Cipher, bool? Trusted,
        bool? Named, DateTimeOffset? CertificateEnds, double? GreetingMs, IReadOnlyList<TrialOf> Trials, string? TrialProblem);

    /// <summary>What the server said to a sender or recipient that was named; no mail followed.</summary>
    internal sealed record TrialOf(string Question, string Command, int Code, string? Text);

    internal sealed record PolicyOf(int? Status, string? MediaType, string? Problem);
}
