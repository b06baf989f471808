namespace BounceBoard.Core.Domains.Health;

/// <summary>One check with its result.</summary>
/// <param name="Id">Stable name of the check, for example <c>spf-lookups</c>: the key of an issue together with <paramref name="Subject"/>.</param>
/// <param name="Subject">What exactly is judged where a check has several (selector, address, host, list); empty for the domain itself.</param>
/// <param name="Title">The rule as a short statement.</param>
/// <param name="Evidence">What was found, one line each: records, answers, counts.</param>
/// <param name="Reference">Section that says so, for example <c>RFC 7208 §4.6.4</c>; <c>judgement</c> where none does.</param>
/// <param name="Advice">What it means and how to fix it; null when there is nothing to fix.</param>
/// <param name="LostPoints">Points of the score lost by this check, 0 when it is not scored.</param>
public sealed record HealthCheck(
    string Id, string Subject, CheckArea Area, CheckState State, string Title, IReadOnlyList<string> Evidence, string Reference, HealthAdvice? Advice,
    double LostPoints)
{
    /// <summary>Key of the issue this check raises while it warns or fails.</summary>
    public string Key => Subject.Length == 0 ? Id : $"{Id}:{Subject}";

    public bool IsIssue => State is CheckState.Warn or CheckState.Fail;
}
