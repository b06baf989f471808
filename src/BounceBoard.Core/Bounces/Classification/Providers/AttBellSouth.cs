using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>AT&amp;T, SBC and BellSouth: its lists by name, with our address in the reply.</summary>
internal static class AttBellSouth
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "prodigy.net", "att.net", "bellsouth.net", "sbcglobal.net", "att-mail.com",
        ],
        Marks =
        [
            "abuse-att.net", "att.net/blocks", "dnsbl:attrbl",
        ],
        Rows =
        [
            new("dnsbl:", Blocked, "its own list and others"),
            new("blocked for abuse", Blocked, "address"),
            new("fix reverse dns", RequiresPtr, "reverse DNS"),
            new("without a valid sender domain", SenderRejected, "envelope sender"),
        ],
    };
}
