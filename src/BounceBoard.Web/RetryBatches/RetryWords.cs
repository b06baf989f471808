using System.Globalization;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Web.RetryBatches;

/// <summary>Controlled retries in words.</summary>
internal static class RetryWords
{
    public static string Of(RetryBatchState state) => state switch
    {
        RetryBatchState.Draft => "change asked for",
        RetryBatchState.AwaitingApproval => "waits for approval",
        RetryBatchState.Approved => "approved",
        RetryBatchState.Sending => "sending",
        RetryBatchState.Observing => "observing",
        RetryBatchState.Completed => "completed",
        RetryBatchState.Halted => "halted",
        RetryBatchState.Rejected => "rejected",
        RetryBatchState.Cancelled => "cancelled",
        RetryBatchState.Expired => "expired",
    };

    public static string? Css(RetryBatchState state) => state switch
    {
        RetryBatchState.Draft or RetryBatchState.AwaitingApproval => "warn",
        RetryBatchState.Approved or RetryBatchState.Sending or RetryBatchState.Observing => null,
        RetryBatchState.Completed => "good",
        RetryBatchState.Halted => "stop",
        RetryBatchState.Rejected or RetryBatchState.Cancelled or RetryBatchState.Expired => null,
    };

    public static string Of(AttemptState state) => state switch
    {
        AttemptState.Planned => "not tried yet",
        AttemptState.Claimed => "being tried",
        AttemptState.HandingOver => "being handed over",
        AttemptState.Submitted => "handed over",
        AttemptState.Accepted => "accepted",
        AttemptState.Deferred => "deferred",
        AttemptState.Refused => "refused",
        AttemptState.InDoubt => "in doubt",
        AttemptState.Skipped => "skipped",
    };

    public static string? Css(AttemptState state) => state switch
    {
        AttemptState.Accepted => "good",
        AttemptState.Refused => "stop",
        AttemptState.Deferred => "warn",
        AttemptState.InDoubt => "held",
        AttemptState.Planned or AttemptState.Claimed or AttemptState.HandingOver or AttemptState.Submitted or AttemptState.Skipped => null,
    };

    /// <summary>What the outcome rests on.</summary>
    public static string Of(OutcomeSource source) => source switch
    {
        OutcomeSource.Transcript => "SMTP answer",
        OutcomeSource.Log => "delivery log",
        OutcomeSource.Dsn => "bounce (DSN)",
        OutcomeSource.Platform => "your platform",
        OutcomeSource.Window => "nothing heard against it",
        OutcomeSource.Person => "settled by hand",
    };

    public static string Of(RetryTab tab) => tab switch
    {
        RetryTab.Waiting => "Waiting",
        RetryTab.Running => "Running",
        RetryTab.Done => "Done",
        RetryTab.Stopped => "Stopped",
        RetryTab.InDoubt => "In doubt",
    };

    public static string Of(RetryBatchEvent happened) => happened switch
    {
        RetryBatchEvent.Request => "asked for approval",
        RetryBatchEvent.Approve => "approved",
        RetryBatchEvent.Undo => "took the approval back",
        RetryBatchEvent.Reject => "rejected",
        RetryBatchEvent.AskForChange => "asked for a change",
        RetryBatchEvent.Cancel => "cancelled",
        RetryBatchEvent.Expire => "let it expire",
        RetryBatchEvent.Begin => "began to send",
        RetryBatchEvent.StageSent => "had sent the step",
        RetryBatchEvent.NextStage => "went on to the next step",
        RetryBatchEvent.AskForNextStage => "asked for approval of the next step",
        RetryBatchEvent.Finish => "finished",
        RetryBatchEvent.Halt => "halted",
        RetryBatchEvent.Confirm => "confirmed it after a restore",
    };

    public static string Of(SendingRouteKind kind) => kind switch
    {
        SendingRouteKind.Submission => "your submission host",
        SendingRouteKind.Direct => "directly to the recipient's MX",
        SendingRouteKind.Export => "a file for your platform",
        SendingRouteKind.Webhook => "a signed post to your platform for each recipient",
    };

    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"1 mail", "3 mails".</summary>
    public static string Mails(int count) => count == 1 ? "1 mail" : $"{Number(count)} mails";

    /// <summary>"1 person", "31 people".</summary>
    public static string People(long count) => count == 1 ? "1 person" : $"{Number(count)} people";

    /// <summary>A chance as a person says it: "7 %", "under 0.1 %".</summary>
    /// <param name="chance">0 to 1.</param>
    public static string Chance(double chance) => chance switch
    {
        <= 0 => "0 %",
        < 0.001 => "under 0.1 %",
        < 0.1 => string.Create(CultureInfo.InvariantCulture, $"{chance * 100:0.#} %"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{chance * 100:0} %"),
    };

    /// <summary>"09:00".</summary>
    /// <param name="minutes">Of the day.</param>
    public static string Clock(int minutes) => TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(minutes % 1440)).ToString("HH:mm", CultureInfo.InvariantCulture);
}
