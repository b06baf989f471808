namespace BounceBoard.Core.Domains.Bulk;

/// <summary>
/// What Google (sender guidelines), Yahoo (sender requirements) and Microsoft (Outlook.com, high-volume senders) demand of
/// domains that send more than 5,000 messages a day to their private customers.
/// </summary>
internal static class BulkTable
{
    /// <summary>Google and Yahoo began on the same day.</summary>
    private static readonly DateOnly First = new(2024, 2, 1);

    /// <summary>They gave one-click unsubscription four months more.</summary>
    private static readonly DateOnly Unsubscribing = new(2024, 6, 1);

    private static readonly DateOnly OfMicrosoft = new(2025, 5, 5);

    /// <param name="Checks">Checks that decide the rule; none: it cannot be seen from outside.</param>
    /// <param name="Note">What a met rule leaves open, or where to look for one that is not visible.</param>
    internal sealed record Row(string Id, string Title, IReadOnlyList<BulkDemand> AskedBy, IReadOnlyList<string> Checks, string Note)
    {
        /// <summary>A warning of the checks breaks the rule too.</summary>
        public bool IsStrict { get; init; }
    }

    public static readonly Row[] Rows =
    [
        new("spf", "SPF can pass", All("550 5.7.27", "554 5.7.9", "550 5.7.515"),
            ["spf-record", "spf-syntax", "spf-includes", "spf-exchanges", "spf-lookups", "spf-void"],
            "Receivers can evaluate the record; whether it names every server that sends, reports tell."),
        new("dkim", "Mail is signed with DKIM", All("550 5.7.30", "554 5.7.9", "550 5.7.515"), ["dkim"],
            "A key is published; whether every message is signed, reports tell."),
        new("dmarc", "There is a DMARC record, p=none at least", All("421 4.7.40", "554 5.7.9", "550 5.7.515"), ["dmarc-record"], "A record is found."),
        new("alignment", "SPF or DKIM passes for the domain of From", All("421 4.7.32", "554 5.7.9", "550 5.7.515"), ["reports-pass"],
            "Receivers saw it in the last 30 days.") { IsStrict = true },
        new("reverse-dns", "Sending addresses have a name that leads back to them", [Google("550 5.7.25"), Yahoo("")], ["sending-hosts", "ptr", "fcrdns"],
            "True of the addresses that are known."),
        new("answers", "Answers to From can arrive", [Microsoft("")], ["mx"], "The domain takes mail; whether the mailbox exists is not asked."),
        new("sending-tls", "Mail is sent over TLS", [Google("421 4.7.29")], [], "The sending servers' own logs tell."),
        new("complaints", "Fewer than 0.3 % of the messages are reported as spam", [Google(""), Yahoo("")], [],
            "Google Postmaster Tools and Yahoo's feedback loop tell, to whoever registers the domain there."),
        new("unsubscribe", "Advertising can be unsubscribed from with one click (RFC 8058)",
            [new(BulkProvider.Google, Unsubscribing, ""), new(BulkProvider.Yahoo, Unsubscribing, "")], [], "The headers of each message tell: List-Unsubscribe and List-Unsubscribe-Post."),
        new("format", "Messages keep to RFC 5322", [Google(""), Yahoo("")], [], "The messages themselves tell: one From, one Date, one Message-ID."),
    ];

    private static BulkDemand[] All(string google, string yahoo, string microsoft) => [Google(google), Yahoo(yahoo), Microsoft(microsoft)];

    private static BulkDemand Google(string refusal) => new(BulkProvider.Google, First, refusal);

    private static BulkDemand Yahoo(string refusal) => new(BulkProvider.Yahoo, First, refusal);

    private static BulkDemand Microsoft(string refusal) => new(BulkProvider.Microsoft, OfMicrosoft, refusal);
}
