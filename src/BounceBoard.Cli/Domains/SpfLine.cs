namespace BounceBoard.Cli.Domains;

/// <summary>The object of <c>spf --json</c>: names are a contract; fields may be added, never renamed.</summary>
internal sealed record SpfLine
{
    public required string Result { get; init; }

    /// <summary>The sender's own words for a fail, macros expanded.</summary>
    public required string? Explanation { get; init; }

    /// <summary>Terms that asked DNS; at most 10 (RFC 7208 §4.6.4).</summary>
    public required int Lookups { get; init; }

    /// <summary>Look-ups that found nothing; at most 2 (RFC 7208 §4.6.4).</summary>
    public required int VoidLookups { get; init; }

    public required IReadOnlyList<VisitOf> Trace { get; init; }

    /// <summary>Why the result is none, temperror or permerror.</summary>
    public required string? Problem { get; init; }

    public required string Ip { get; init; }

    /// <summary><c>mail-from</c>, or <c>helo</c> when MAIL FROM is null.</summary>
    public required string Identity { get; init; }

    public required string Sender { get; init; }

    public required string Domain { get; init; }

    public required SurveyOf Survey { get; init; }

    /// <summary>What each resolver's answers give; the first is the one shown above.</summary>
    public required IReadOnlyList<ResolverOf> Resolvers { get; init; }

    /// <summary>One record.</summary>
    /// <param name="Trace">Its terms, as far as they were reached.</param>
    internal sealed record VisitOf(string Domain, string? Record, string? Result, string? Problem, IReadOnlyList<StepOf> Trace);

    /// <summary>One term; <paramref name="Lookups"/> and <paramref name="VoidLookups"/> include all below it.</summary>
    /// <param name="Trace">The record it led to; empty for terms that lead to none.</param>
    internal sealed record StepOf(
        string Term, string? Target, string Outcome, int Lookups, int VoidLookups, IReadOnlyList<AnswerOf> Answers, string? Problem, IReadOnlyList<VisitOf> Trace);

    /// <summary>What DNS said.</summary>
    internal sealed record AnswerOf(string Name, string Type, string Rcode, IReadOnlyList<string> Records);

    /// <summary>The domain's SPF as published, whoever sends: costs when nothing matches early, and the linter's findings.</summary>
    internal sealed record SurveyOf(int Lookups, int VoidLookups, int Ipv6VoidLookups, IReadOnlyList<FindingOf> Findings);

    /// <summary>One finding.</summary>
    internal sealed record FindingOf(string Rule, string Severity, string Domain, string? Term, string Text, string Reference);

    /// <summary>One resolver.</summary>
    internal sealed record ResolverOf(string Resolver, string Result, string? Problem);
}
