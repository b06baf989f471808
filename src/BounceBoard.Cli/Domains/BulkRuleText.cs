using BounceBoard.Core.Domains.Bulk;
using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Cli.Domains;

/// <summary>Writes the checklist of the large mailbox providers for a person at a terminal.</summary>
internal static class BulkRuleText
{
    private const int StateWidth = 14;

    public static void Write(TextWriter output, DomainHealth health)
    {
        var rules = BulkRules.Of(health);
        if (rules.Count == 0)
        {
            return;
        }
        TerminalLine.Write(output, 0, "");
        TerminalLine.Write(output, 1, "Rules for bulk senders (more than 5,000 messages a day to one provider)");
        foreach (var rule in rules)
        {
            TerminalLine.Write(output, 2, $"{WordOf(rule.State).PadRight(StateWidth)} {rule.Title} ({string.Join(", ", rule.AskedBy.Select(demand => TextOf(demand, rule.State)))})");
            if (rule.State != BulkState.Met)
            {
                TerminalLine.Write(output, 4, rule.Reason);
            }
        }
    }

    // How mail is refused matters to whoever breaks the rule.
    private static string TextOf(BulkDemand demand, BulkState state) =>
        state == BulkState.NotMet && demand.Refusal.Length > 0 ? $"{demand.Provider} {demand.Refusal}" : $"{demand.Provider}";

    private static string WordOf(BulkState state) => state switch
    {
        BulkState.Met => "met",
        BulkState.NotMet => "NOT MET",
        BulkState.Unknown => "unknown",
        BulkState.NotVisible => "not visible",
    };
}
