using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Verdicts;
using Xunit;

namespace BounceBoard.Core.Tests.Suppressions;

public sealed class SuppressionReasonsTests
{
    private static readonly DateTimeOffset Since = new(2026, 5, 16, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(SuppressionReason.BadAddress, true)]
    [InlineData(SuppressionReason.RefusedAfterRetry, true)]
    [InlineData(SuppressionReason.Complaint, false)]
    [InlineData(SuppressionReason.Unsubscribe, false)]
    [InlineData(SuppressionReason.Manual, true)]
    [InlineData(SuppressionReason.Imported, true)]
    public void MayBeReleased_RecipientsWord_NeverHere(SuppressionReason reason, bool may)
    {
        Assert.Equal(may, SuppressionReasons.MayBeReleased(reason));
        Assert.Equal(may ? Since.AddDays(90) : null, SuppressionReasons.ReviewAt(reason, Since));
    }

    [Theory]
    [InlineData("abuse", SuppressionReason.Complaint)]
    [InlineData(null, SuppressionReason.Complaint)]
    [InlineData("Opt-Out", SuppressionReason.Unsubscribe)]
    [InlineData("not-spam", null)]
    [InlineData("auth-failure", null)]
    public void OfFeedback_Type_OnlyComplaintsSuppress(string? type, SuppressionReason? reason) =>
        Assert.Equal(reason, SuppressionReasons.OfFeedback(type));

    [Theory]
    [InlineData("refused-again-in-controlled-retry", true, SuppressionReason.RefusedAfterRetry)]
    [InlineData("refused-again-in-controlled-retry", false, SuppressionReason.BadAddress)]
    [InlineData("mailbox-does-not-exist", true, SuppressionReason.BadAddress)]
    public void Of_Finding_TheRuleNamesTheReason(string rule, bool speaksFor, SuppressionReason reason) => Assert.Equal(
        reason,
        SuppressionReasons.Of(new Finding
        {
            Verdict = Verdict.Suppress,
            Confidence = Confidence.High,
            Cause = Cause.BadAddress,
            Relation = EndpointRelation.CurrentMx,
            Reasons = [new Reason(rule, speaksFor, "x")],
        }));
}
