using BounceBoard.Core.Suppressions;
using BounceBoard.Storage.Suppressions;

namespace BounceBoard.Operations.Suppressions;

/// <summary>Decides what a new word about a person does to what stands there of them.</summary>
internal static class SuppressionMerge
{
    /// <param name="known">Null when nothing stands there.</param>
    /// <param name="happened">Hold or Suggest.</param>
    /// <returns>The row as it shall stand; null when it stays as it is.</returns>
    public static (SuppressionRow? Row, SuppressionOutcome Outcome) Of(
        SuppressionRow? known, NewSuppression told, SuppressionEvent happened, DateTimeOffset now)
    {
        if (known is null)
        {
            return (Row(told, happened == SuppressionEvent.Suggest ? SuppressionState.Suggested : SuppressionState.Held, now), SuppressionOutcome.Added);
        }
        if (SuppressionReasons.IsRecipientsWord(told.Reason) && !SuppressionReasons.IsRecipientsWord(known.Reason))
        {
            return (WithHistory(Row(told, SuppressionState.Held, now), known), SuppressionOutcome.Added);
        }
        if (SuppressionStateMachine.Next(known.State, happened) is not { } next)
        {
            return (null, SuppressionOutcome.AlreadyThere);
        }
        return known.State == SuppressionState.Released && !IsNews(told, known)
            ? (null, SuppressionOutcome.LeftReleased)
            : (WithHistory(Row(told, next, now), known), SuppressionOutcome.Added);
    }

    // Lists and programs repeat what they once learned; only a person, or what happened after the release, says something new.
    private static bool IsNews(NewSuppression told, SuppressionRow known) => told.Source switch
    {
        SuppressionSource.Person => true,
        SuppressionSource.Import or SuppressionSource.Program => false,
        SuppressionSource.Rules or SuppressionSource.Feedback => told.EvidenceAt > known.ReleasedAt,
    };

    private static SuppressionRow WithHistory(SuppressionRow row, SuppressionRow known) =>
        row with { ReleasedAt = known.ReleasedAt, ReleasedBy = known.ReleasedBy, ReleaseNote = known.ReleaseNote, ReviewedAt = known.ReviewedAt };

    private static SuppressionRow Row(NewSuppression told, SuppressionState state, DateTimeOffset now) => new()
    {
        RecipientKey = told.Key,
        Id = 0,
        Address = told.Address,
        Domain = told.Domain,
        State = state,
        Reason = told.Reason,
        Source = told.Source,
        Since = now,
        ReviewAt = SuppressionReasons.ReviewAt(told.Reason, now),
        AddedBy = told.AddedBy,
        Note = told.Note,
        IncidentId = told.IncidentId,
        VerdictId = told.VerdictId,
        Rules = told.Rules,
        RefusalIds = told.RefusalIds,
    };
}
