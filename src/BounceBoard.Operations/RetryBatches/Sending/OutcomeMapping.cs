using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Mail.Sending.Retries;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>What an outcome on the wire means for the attempt.</summary>
internal static class OutcomeMapping
{
    /// <param name="wasHandedOver">It was committed that the mail may be delivered.</param>
    /// <returns>Null: nothing can have been delivered and nothing was said of the recipient, so the attempt is planned again.</returns>
    public static AttemptEvent? Of(RetryOutcome outcome, SendingRouteKind kind, bool wasHandedOver) => outcome.Kind switch
    {
        RetryOutcomeKind.Accepted => kind == SendingRouteKind.Direct ? AttemptEvent.Accept : AttemptEvent.Submit,
        RetryOutcomeKind.InDoubt => AttemptEvent.Doubt,
        RetryOutcomeKind.Deferred when outcome.ConcernsRecipient => AttemptEvent.Defer,
        RetryOutcomeKind.Refused when outcome.ConcernsRecipient => AttemptEvent.Refuse,
        // A whole reply to the final dot says that the mail was not taken, even when it is about the server (421).
        RetryOutcomeKind.Deferred or RetryOutcomeKind.Refused when wasHandedOver => AttemptEvent.Defer,
        RetryOutcomeKind.NotSent when wasHandedOver => AttemptEvent.Doubt,
        RetryOutcomeKind.Deferred or RetryOutcomeKind.Refused or RetryOutcomeKind.NotSent => null,
    };

    /// <summary>The outcome as it is written down.</summary>
    public static AttemptOutcome Row(long attempt, AttemptEvent happened, RetryOutcome outcome, DateTimeOffset now) => new()
    {
        AttemptId = attempt,
        Event = happened,
        Source = OutcomeSource.Transcript,
        At = now,
        QueueId = happened == AttemptEvent.Submit ? QueueIds.Find(outcome.Reply) : null,
        // Who takes it from our relay is known later, from a log or a report.
        RemoteMta = happened == AttemptEvent.Submit ? null : outcome.RemoteName,
        RemoteIp = happened == AttemptEvent.Submit ? null : outcome.RemoteAddress,
        SmtpStage = outcome.Stage,
        ReplyCode = outcome.Code,
        Status = outcome.EnhancedStatus,
        ReplyText = outcome.Reply,
        Remark = happened == AttemptEvent.Doubt ? $"The answer after the final dot was not heard: {outcome.Reply}" : null,
        Transcript = outcome.Transcript,
    };
}
