using BounceBoard.Core.RetryBatches;
using BounceBoard.Operations.SendingRoutes;

namespace BounceBoard.Operations.RetryBatches.Outcomes;

/// <summary>What kind of source a report's format is.</summary>
internal static class OutcomeSources
{
    /// <param name="format">As the command line's contract names it.</param>
    public static OutcomeSource Of(string? format) => format switch
    {
        "dsn" or "non-standard-dsn" => OutcomeSource.Dsn,
        "transcript" => OutcomeSource.Transcript,
        "ses" or "sendgrid" or "mailgun" or "postmark" or "sparkpost" or "mailjet" or "brevo" or PostedOutcomes.Format => OutcomeSource.Platform,
        _ => OutcomeSource.Log,
    };
}
