using BounceBoard.Core.Bounces.Classification;
using BounceBoard.Core.Bounces.Classification.Providers;

namespace BounceBoard.Core.Bounces;

/// <summary>
/// Names the category of a refusal from text, enhanced status code, reply code and stage together; none of them is trusted alone.
/// The order: words that everybody means the same way, then the enhanced code, then the reply code with the stage.
/// </summary>
public static class ReplyClassifier
{
    private static readonly WordingIndex Rows = new(AllWordings.InOrder);

    /// <param name="replyCode">Three-digit reply code (RFC 5321 §4.2), when known.</param>
    /// <param name="status">Enhanced status code (RFC 3463), when known.</param>
    /// <param name="replyText">The whole reply, or what a log says in its place.</param>
    /// <param name="stage">The command that was answered, when known.</param>
    /// <param name="host">Name of the refusing server, or else the recipient's domain: some providers mean their own thing by common words.</param>
    public static BounceCategory Classify(int? replyCode, string? status, string? replyText, SmtpStage? stage, string? host = null) =>
        Explain(replyCode, status, replyText, stage, host).Category;

    /// <summary>The same, with how it was found: what no row knows is known by its codes only.</summary>
    public static ReplyMeaning Explain(int? replyCode, string? status, string? replyText, SmtpStage? stage, string? host = null)
    {
        var inText = replyText is null ? null : EnhancedStatusCode.Find(replyText);
        var answer = new Answer(string.IsNullOrEmpty(replyText) ? "" : ReplyWords.Of(replyText), replyCode, status ?? inText, stage, host);
        if (answer.Words.Length > 0 && Meaning(answer, inText) is { } said)
        {
            return new ReplyMeaning(said, ReplyBasis.Words);
        }
        // The server's own words beside the code ("550 5.7.1 …") count more than what a sender's MTA made of them.
        var byCode = StatusMeanings.Of(inText, stage) ?? StatusMeanings.Of(status, stage) ?? StatusMeanings.OfSubject(inText ?? status) ?? ReplyCodeMeanings.Of(replyCode, stage);
        // Something is said that no row knows: that is held for a person, and is not the same as nothing said.
        return answer.Words.Length == 0 ? new ReplyMeaning(byCode, ReplyBasis.NothingSaid)
            : new ReplyMeaning(byCode is BounceCategory.Undetermined ? BounceCategory.OnHold : byCode, ReplyBasis.Codes);
    }

    // A provider's rows ask the code that stands beside its words; what a sender's MTA made of it ("5.0.0") comes second.
    private static BounceCategory? Meaning(Answer answer, string? inText) =>
        ProviderMeanings.Of(EnhancedStatusCode.IsVague(inText) ? answer : answer with { Status = inText })
        ?? (Rows.First(answer) is { } row ? row.IsCertain ? row.Category : StageMeanings.Of(row.Category, answer.Status, answer.Stage) : null);
}
