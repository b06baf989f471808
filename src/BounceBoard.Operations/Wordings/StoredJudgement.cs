using BounceBoard.Core.Wordings;
using BounceBoard.Storage.Wordings;

namespace BounceBoard.Operations.Wordings;

/// <summary>What the rules of today make of a refusal that is stored already.</summary>
internal static class StoredJudgement
{
    /// <returns>Null when nothing changes, or when another rule than <paramref name="ruleId"/> is concerned.</returns>
    public static Rejudgement? Of(StoredReplyRow row, WordingRules rules, long ruleId)
    {
        var rule = rules.Find(row.ReplyText, row.ReplyCode, row.Status, row.RemoteMta, row.RecipientDomain);
        if (rule?.Id != ruleId && row.RuleId != ruleId)
        {
            return null;
        }
        var told = row.ToldCategory ?? row.Category;
        var wanted = rule is null ? new Rejudgement(row.Id, told, null, null) : new Rejudgement(row.Id, rule.Category, rule.Id, told);
        return (wanted.RuleId, wanted.Category) == (row.RuleId, row.Category) ? null : wanted;
    }
}
