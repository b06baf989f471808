using BounceBoard.Core.Bounces;
using BounceBoard.Core.Bounces.Classification;

namespace BounceBoard.Core.Wordings;

/// <summary>
/// The rules of one tenant, asked before the house's own rows. Of several that match, the one with the most fixed characters decides, then the oldest. Linear in
/// the reply, whatever the number of rules.
/// </summary>
public sealed class WordingRules
{
    private readonly WordingRule[] _inOrder;

    private readonly WordingIndex _index;

    public WordingRules(IEnumerable<WordingRule> rules)
    {
        _inOrder = [.. rules.OrderByDescending(rule => rule.Pattern.Fixed).ThenBy(rule => rule.Id)];
        _index = new WordingIndex([.. _inOrder.Select(rule => rule.Pattern.ToWording(rule.Category))]);
    }

    public static WordingRules None { get; } = new([]);

    public bool IsEmpty => _inOrder.Length == 0;

    /// <param name="host">Name of the refusing server, when known.</param>
    public WordingRule? Find(string? replyText, int? replyCode, string? status, string? host, string? recipientDomain)
    {
        if (IsEmpty || string.IsNullOrEmpty(replyText))
        {
            return null;
        }
        var found = _index.FirstIndex(new Answer(ReplyWords.Of(replyText), replyCode, status, null, host), index => _inOrder[index].Applies(replyCode, status, host, recipientDomain));
        return found < 0 ? null : _inOrder[found];
    }

    /// <summary>The report with the category that a rule gives it, or as it is. Only refusals have a wording to judge.</summary>
    public BounceReport Judge(BounceReport report) =>
        report.Kind is BounceKind.Bounce or BounceKind.Delay
        && Find(report.ReplyText, report.ReplyCode, report.Status, report.RemoteMta, report.RecipientDomain) is { } rule
            ? report with { Category = rule.Category, Ruled = new RuledCategory(rule.Id, report.Category) }
            : report;
}
