using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>SoftBank: from senders' guides to the Japanese carriers. What the owner's filter takes out gets no refusal at all.</summary>
internal static class SoftBank
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "softbank.jp", "softbank.ne.jp",
        ],
        Rows =
        [
            new("invalid recipient", BadMailbox, "550"),
            new("does not exist", SenderRejected, "the envelope sender's domain has no record in the DNS") { Reply = 553 },
        ],
    };
}
