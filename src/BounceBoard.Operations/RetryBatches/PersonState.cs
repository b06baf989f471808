using System.Globalization;
using BounceBoard.Core.Suppressions;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.Suppressions;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>What stands against sending to one person, at this moment.</summary>
internal sealed record PersonState(SuppressionRow? Entry, RetryHistoryRow? History)
{
    /// <param name="since">A retry that reached the person later has answered the refusal already.</param>
    /// <returns>In words that many people can share; null when nothing does.</returns>
    public string? Problem(RetrySettingRow setting, DateTimeOffset since) => this switch
    {
        // The word of a recipient stands even where an entry was released: only they can take it back.
        { Entry.Reason: SuppressionReason.Complaint } => "complained",
        { Entry.Reason: SuppressionReason.Unsubscribe } => "unsubscribed",
        { Entry.State: SuppressionState.Held } => "suppressed",
        { History.Waiting: > 0 } => "in another batch that is not finished",
        { History.ReachedAt: { } reached } when reached >= since => "had a retry since",
        { History.Tries: var tries } when tries >= setting.PerPerson => string.Create(
            CultureInfo.InvariantCulture, $"tried {setting.PerPerson} times in {setting.PerPersonDays} days"),
        _ => null,
    };
}
