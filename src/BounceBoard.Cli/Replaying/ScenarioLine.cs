namespace BounceBoard.Cli.Replaying;

/// <summary>The answer to one scenario: names are a contract; fields may be added, never renamed.</summary>
internal sealed record ScenarioLine(string Name, IReadOnlyList<ScenarioLine.AnswerOf> Asked)
{
    internal sealed record AnswerOf(string At, IReadOnlyList<IncidentOf> Incidents, IReadOnlyList<RecipientOf> Recipients, IReadOnlyList<string> Suppressed);

    internal sealed record IncidentOf(
        string Tenant, string Scope, string Family, string State, string Cause, string? SubCause, string Verdict, string Confidence, int Recipients, string Since,
        string? StoppedAt, IReadOnlyList<FacetOf> ExplainedBy, string? NotBefore, IReadOnlyList<ReasonOf> Reasons, IReadOnlyList<string> Missing);

    internal sealed record RecipientOf(
        string Tenant, string Recipient, string Cause, string? SubCause, string Verdict, string Confidence, string? NotBefore, string Endpoint,
        IReadOnlyList<ReasonOf> Reasons, IReadOnlyList<string> Missing);

    internal sealed record FacetOf(string Facet, string Value);

    internal sealed record ReasonOf(string Rule, bool For, string Text);
}
