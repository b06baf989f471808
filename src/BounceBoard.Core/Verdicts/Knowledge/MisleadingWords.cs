using BounceBoard.Core.Bounces;

namespace BounceBoard.Core.Verdicts.Knowledge;

/// <summary>Words that look like relay trouble and are not.</summary>
internal static class MisleadingWords
{
    private static readonly MisleadingWord[] Rows =
    [
        // Exchange Online with directory-based edge blocking.
        new("directory-based-blocking", "4.1", ["recipient address rejected: access denied"], RefusalFamily.Mailbox,
            "5.4.1 'Recipient address rejected: Access denied' is Exchange Online's answer for an address that does not exist."),
        // Exchange: a group that takes mail from inside, or from listed senders, only.
        new("group-permissions", "7.133", [], RefusalFamily.Policy, "5.7.133 is a group that takes no mail from outside its organization."),
        new("group-permissions", "7.124", [], RefusalFamily.Policy, "5.7.124 is a group that takes mail from listed senders only."),
        // Postfix relay_recipient_maps: the host relays for the domain and knows that this person is not in it.
        new("relay-recipient-table", null, ["unknown in relay recipient table"], RefusalFamily.Mailbox,
            "'User unknown in relay recipient table' means that the host serves the domain and does not know the person."),
        // A block list that once listed open relays: our reputation.
        new("open-relay-listing", null, ["open relay"], RefusalFamily.Reputation, "'Open relay' names a block list entry of the sending address."),
        new("open-relay-listing", null, ["open-relay"], RefusalFamily.Reputation, "'Open relay' names a block list entry of the sending address."),
        // Quotas of a hosting relay: it would relay, only not so much.
        new("relay-limit", null, ["relay", "limit", "exceeded"], RefusalFamily.Capacity, "A relay limit was exceeded: a quota, not a missing permission."),
        new("relay-limit", null, ["relay", "quota"], RefusalFamily.Capacity, "A relay quota was exceeded: a quota, not a missing permission."),
    ];

    /// <summary>The first row that the reply matches; null when it means what it says.</summary>
    public static MisleadingWord? Find(RefusalFacts facts)
    {
        var text = facts.ReplyText?.ToLowerInvariant() ?? "";
        return Array.Find(Rows, row =>
            (row.Status is null || facts.Status?.EndsWith("." + row.Status, StringComparison.Ordinal) == true || text.Contains("5." + row.Status + " ", StringComparison.Ordinal))
            && Array.TrueForAll(row.Pattern, word => text.Contains(word, StringComparison.Ordinal)));
    }
}
