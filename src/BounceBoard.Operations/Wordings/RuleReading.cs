using System.Globalization;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Wordings;

namespace BounceBoard.Operations.Wordings;

/// <summary>A draft as a rule, or why it is none.</summary>
internal static class RuleReading
{
    private const int MostNote = 500;

    public static OperationResult<WordingRule> Read(long id, RuleDraft draft)
    {
        if (!RulePattern.TryRead(draft.Pattern, out var pattern, out var problem))
        {
            return new OperationResult.Refused(problem);
        }
        var (code, status, name) = (draft.ReplyCode.Trim(), draft.Status.Trim(), draft.Domain.Trim());
        if (code.Length > 0 && !(int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 400 and <= 599))
        {
            return new OperationResult.Refused($"'{code}' is not the code of a refusal. Write three digits from 400 to 599, or leave it empty.");
        }
        if (status.Length > 0 && !(EnhancedStatusCode.Find(status) == status && status[0] is '4' or '5'))
        {
            return new OperationResult.Refused($"'{status}' is not the status code of a refusal. Write one like 5.7.1, or leave it empty.");
        }
        if (!TryReadDomain(name, out var domain))
        {
            return new OperationResult.Refused($"'{name}' is not the name of a domain or host. Write one like example.net, or leave it empty.");
        }
        if (!Meanings.Contains(draft.Category))
        {
            return new OperationResult.Refused("Choose what the wording means.");
        }
        return draft.Note.Trim().Length > MostNote
            ? new OperationResult.Refused($"The note is longer than {MostNote} characters.")
            : new WordingRule(
                id, pattern, code.Length == 0 ? null : int.Parse(code, CultureInfo.InvariantCulture), status.Length == 0 ? null : status, domain, draft.Category);
    }

    /// <summary>What a refusal can mean; a rule does not make a delivery of it.</summary>
    public static IReadOnlyList<BounceCategory> Meanings { get; } =
    [
        .. Enum.GetValues<BounceCategory>().Where(category => category is not (BounceCategory.Undetermined or BounceCategory.Delivered
            or BounceCategory.Feedback or BounceCategory.Vacation)),
    ];

    private static bool TryReadDomain(string name, out string? domain)
    {
        domain = DomainName.TryParse(name, out var read) ? read.Value : null;
        return domain is not null || name.Length == 0;
    }
}
