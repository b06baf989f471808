using BounceBoard.Core.Bounces.Classification;

namespace BounceBoard.Core.Bounces;

/// <summary>
/// Names the category of a refusal from text, enhanced status code, reply code and stage together; none of them is trusted alone.
/// The order: words that everybody means the same way, then the enhanced code, then the reply code with the stage.
/// </summary>
public static class ReplyClassifier
{
    /// <param name="replyCode">Three-digit reply code (RFC 5321 §4.2), when known.</param>
    /// <param name="status">Enhanced status code (RFC 3463), when known.</param>
    /// <param name="replyText">The whole reply, or what a log says in its place.</param>
    /// <param name="stage">The command that was answered, when known.</param>
    public static BounceCategory Classify(int? replyCode, string? status, string? replyText, SmtpStage? stage)
    {
        var inText = replyText is null ? null : EnhancedStatusCode.Find(replyText);
        if (!string.IsNullOrEmpty(replyText) && ByWords(ReplyWords.Of(replyText)) is { } said)
        {
            return StageMeanings.Of(said, status ?? inText, stage);
        }
        // The server's own words beside the code ("550 5.7.1 …") count more than what a sender's MTA made of them.
        return StatusMeanings.Of(inText, stage) ?? StatusMeanings.Of(status, stage) ?? ReplyCodeMeanings.Of(replyCode, stage);
    }

    private static BounceCategory? ByWords(string words)
    {
        foreach (var row in AllWordings.InOrder)
        {
            if (row.Matches(words))
            {
                return row.Category;
            }
        }
        return null;
    }
}
