using BounceBoard.Core.Bounces;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Wordings;

namespace BounceBoard.Operations.Wordings;

/// <summary>A rule as the audit log tells it. Somebody may have typed an address into the pattern or the note: the log holds people only masked.</summary>
internal static class RuleText
{
    public static string Named(WordingRuleRow rule) => $"rule '{Masked(rule.Pattern)}'";

    public static string Of(WordingRuleRow rule)
    {
        string?[] parts =
        [
            $"'{Masked(rule.Pattern)}' means {CategoryNames.ToName(rule.Category)}",
            rule.ReplyCode is { } code ? $"reply code {code}" : null,
            rule.Status is { } status ? $"status {status}" : null,
            rule.Domain is { } domain ? $"at {domain}" : null,
            rule.Note.Length > 0 ? $"note: {Masked(rule.Note)}" : null,
            rule.DisabledAt is null ? null : "switched off",
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string Masked(string text) =>
        string.Join(' ', text.Split(' ').Select(word => word.Contains('@') ? RecipientMask.Mask(word) : word));
}
