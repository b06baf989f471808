using System.Globalization;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.Verdicts;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Web.Incidents;

/// <summary>What a check came to, in one sentence: did the verdict move, and since when does it stand?</summary>
internal static class CheckWords
{
    public static string Of(IncidentCheckAnswer answer) => $"Looked at {Clock(answer.At, answer.At)} UTC: {What(answer)}";

    private static string What(IncidentCheckAnswer answer) => (answer.Before, answer.After) switch
    {
        (_, null) => "the rules have nothing to say of this incident yet.",
        (null, { } first) => $"the first verdict is {first.Verdict}.",
        ({ } before, { } after) when before.Id == after.Id => $"nothing changed since {Clock(after.DecidedAt, answer.At)}; {Answers(answer)}.",
        ({ } before, { } after) => Moved(before, after, answer),
    };

    private static string Moved(VerdictRow before, VerdictRow after, IncidentCheckAnswer answer)
    {
        if (before.Verdict != after.Verdict)
        {
            return $"verdict moved from {before.Verdict} to {after.Verdict}.";
        }
        if (before.Cause != after.Cause || before.SubCause != after.SubCause)
        {
            return $"still {after.Verdict}; the cause moved from {Cause(before)} to {Cause(after)}.";
        }
        return before.Confidence != after.Confidence
            ? $"still {after.Verdict}; confidence moved from {Word(before.Confidence)} to {Word(after.Confidence)}."
            : $"still {after.Verdict}, by facts that are new since {Clock(before.DecidedAt, answer.At)}; {Answers(answer)}.";
    }

    private static string Answers(IncidentCheckAnswer answer) => answer.NewAnswer ? "a DNS answer is new" : "every DNS answer is as before";

    private static string Cause(VerdictRow row) => row.SubCause is { } sub ? $"{EnumWords.Of(row.Cause)} ({EnumWords.Sentence(sub)})" : EnumWords.Of(row.Cause);

    private static string Word(Confidence confidence) => EnumWords.Of(confidence).ToLowerInvariant();

    // Today the clock is enough; another day is named.
    private static string Clock(DateTimeOffset at, DateTimeOffset now) => at.UtcDateTime.ToString(
        at.UtcDateTime.Date == now.UtcDateTime.Date ? "HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
