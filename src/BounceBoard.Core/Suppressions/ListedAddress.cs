using BounceBoard.Core.Addresses;

namespace BounceBoard.Core.Suppressions;

/// <summary>One line of a list that is brought in: an address, and why it stood there where the list says so.</summary>
/// <param name="Address">Null when the line is none.</param>
/// <param name="Problem">Why the line is refused; null when it is taken or holds nothing.</param>
public sealed record ListedAddress(EmailAddress? Address, SuppressionReason Reason, string? Problem)
{
    private static readonly ListedAddress Nothing = new(null, SuppressionReason.Imported, null);

    // Names of the first column in the exports that people bring.
    private static readonly HashSet<string> Heads = new(StringComparer.OrdinalIgnoreCase) { "address", "email", "e-mail", "recipient", "mail", "email address" };

    /// <summary>Reads a line: an address alone, or CSV whose first column is the address and whose second may name a reason.</summary>
    /// <param name="number">1-based.</param>
    public static ListedAddress Read(string line, int number)
    {
        var trimmed = line.Trim().TrimStart('\uFEFF');
        if (trimmed.Length == 0 || trimmed[0] == '#')
        {
            return Nothing;
        }
        // The whole line first: a quoted local part may hold what separates fields.
        if (EmailAddress.TryParse(trimmed, out var whole))
        {
            return new ListedAddress(whole, SuppressionReason.Imported, null);
        }
        var fields = SafeCsv.Read(trimmed);
        if (number == 1 && Heads.Contains(fields[0]))
        {
            return Nothing;
        }
        return EmailAddress.TryParse(fields[0], out var address)
            ? new ListedAddress(address, ReasonOf(fields.Count > 1 ? fields[1] : ""), null)
            : new ListedAddress(null, SuppressionReason.Imported, "It does not begin with a mail address.");
    }

    // Only the recipient's own word is taken over: that another system called an address bad is no evidence of this one.
    private static SuppressionReason ReasonOf(string text) => text.ToLowerInvariant() switch
    {
        "complaint" or "spam" or "spamreport" or "abuse" => SuppressionReason.Complaint,
        "unsubscribe" or "unsubscribed" or "opt-out" => SuppressionReason.Unsubscribe,
        _ => SuppressionReason.Imported,
    };
}
