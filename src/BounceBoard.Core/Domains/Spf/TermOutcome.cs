namespace BounceBoard.Core.Domains.Spf;

/// <summary>What a mechanism's own rule found, before its costs are added up.</summary>
internal readonly record struct TermOutcome(SpfOutcome Outcome, string Target, IReadOnlyList<RecordAnswer> Answers, string Problem = "", SpfVisit? Visit = null)
{
    public static TermOutcome Of(bool isMatch, string target = "", params IReadOnlyList<RecordAnswer> answers) =>
        new(isMatch ? SpfOutcome.Match : SpfOutcome.NoMatch, target, answers);

    public static TermOutcome Unanswered(string target) => new(SpfOutcome.Unanswered, target, []);

    public static TermOutcome Permerror(string target, string problem, params IReadOnlyList<RecordAnswer> answers) =>
        new(SpfOutcome.Permerror, target, answers, problem);

    public static TermOutcome Temperror(string target, RecordAnswer answer) =>
        new(SpfOutcome.Temperror, target, [answer], $"DNS gave no answer for {answer.Name} {answer.Type.ToString().ToUpperInvariant()}: {answer.Rcode}.");

    public static TermOutcome TooManyVoid(string target, params IReadOnlyList<RecordAnswer> answers) => Permerror(
        target, $"More than {SpfRun.MostVoidLookups} look-ups found no such name or no such record (RFC 7208 §4.6.4).", answers);
}
