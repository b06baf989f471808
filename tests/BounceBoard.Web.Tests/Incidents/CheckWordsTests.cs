using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.Verdicts;
using BounceBoard.Storage.Verdicts;
using BounceBoard.Web.Incidents;
using Xunit;

namespace BounceBoard.Web.Tests.Incidents;

public sealed class CheckWordsTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 16, 14, 2, 0, TimeSpan.Zero);

    [Fact]
    public void Of_TheSameVerdictRow_SaysSinceWhen() => Assert.Equal(
        "Looked at 14:02 UTC: nothing changed since 13:10; every DNS answer is as before.", Said(Row(1, Verdict.Investigate), Row(1, Verdict.Investigate)));

    [Fact]
    public void Of_AnotherVerdict_SaysFromWhereToWhere() => Assert.Equal(
        "Looked at 14:02 UTC: verdict moved from Investigate to Retry.", Said(Row(1, Verdict.Investigate), Row(2, Verdict.Retry)));

    [Fact]
    public void Of_TheSameVerdictOtherwise_SaysWhatMoved()
    {
        var before = Row(1, Verdict.Retry);

        Assert.EndsWith("still Retry; the cause moved from Wrong MX to Relay policy.", Said(before, Row(2, Verdict.Retry, Cause.RelayPolicy)), StringComparison.Ordinal);
        Assert.EndsWith("still Retry; confidence moved from high to low.", Said(before, Row(2, Verdict.Retry, confidence: Confidence.Low)), StringComparison.Ordinal);
        Assert.EndsWith("still Retry, by facts that are new since 13:10; a DNS answer is new.", Said(before, Row(2, Verdict.Retry), true), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoVerdictBeforeOrAfter_SaysSo()
    {
        Assert.EndsWith("the first verdict is Retry.", Said(null, Row(2, Verdict.Retry)), StringComparison.Ordinal);
        Assert.EndsWith("the rules have nothing to say of this incident yet.", Said(null, null), StringComparison.Ordinal);
    }

    private static string Said(VerdictRow? before, VerdictRow? after, bool newAnswer = false) => CheckWords.Of(new IncidentCheckAnswer(At, newAnswer, before, after));

    private static VerdictRow Row(long id, Verdict verdict, Cause cause = Cause.WrongMx, Confidence confidence = Confidence.High) => new()
    {
        Id = id,
        IncidentId = 1,
        DecidedAt = At.AddMinutes(-52),
        Verdict = verdict,
        Confidence = confidence,
        Cause = cause,
        Relation = EndpointRelation.FormerMx,
        Finding = new Finding { Verdict = verdict, Confidence = confidence, Cause = cause, Relation = EndpointRelation.FormerMx, Reasons = [new Reason("some", true, "Some.")] },
        EvidenceIds = [],
        ObservationIds = [],
        Fingerprint = $"{id}",
    };
}
