using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Seznam: from its help page on mail that comes back.</summary>
internal static class Seznam
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "seznam.cz",
        ],
        Marks =
        [
            "hasn't got the service mapped",
        ],
        Rows =
        [
            new("hasn't got the service mapped", BadMailbox, "5.1.1, no such address, or one without mail"),
        ],
    };
}
