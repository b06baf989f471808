using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>A rule that a check judges by: its name, where it stands, and what a reader is told.</summary>
internal sealed record HealthRule(string Id, CheckArea Area, string Title, string Reference)
{
    public Judged Pass(params IReadOnlyList<string> evidence) => Of("", CheckState.Pass, evidence, null);

    public Judged Unknown(params IReadOnlyList<string> evidence) => Of("", CheckState.Unknown, evidence, null);

    public Judged NotApplicable(params IReadOnlyList<string> evidence) => Of("", CheckState.NotApplicable, evidence, null);

    public Judged Warn(HealthAdvice advice, params IReadOnlyList<string> evidence) => Of("", CheckState.Warn, evidence, advice);

    public Judged Fail(HealthAdvice advice, params IReadOnlyList<string> evidence) => Of("", CheckState.Fail, evidence, advice);

    /// <summary>The state that the finding's weight gives.</summary>
    public Judged Issue(bool isFailure, HealthAdvice advice, params IReadOnlyList<string> evidence) => isFailure ? Fail(advice, evidence) : Warn(advice, evidence);

    private Judged Of(string subject, CheckState state, IReadOnlyList<string> evidence, HealthAdvice? advice) =>
        new(new HealthCheck(Id, subject, Area, state, Title, evidence, Reference, advice, 0));
}
