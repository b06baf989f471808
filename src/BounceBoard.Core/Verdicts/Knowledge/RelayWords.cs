namespace BounceBoard.Core.Verdicts.Knowledge;

/// <summary>Words of a relay refusal, to see that they stand beside a code that says something else.</summary>
internal static class RelayWords
{
    private static readonly string[] Rows =
    [
        "relaying", "relay access denied", "relay not permitted", "unable to relay", "cannot relay", "not relay", "relay denied", "no relay",
        // "we do not relay" and its kin are covered above; qmail has no word of relay at all.
        "rcpthosts", "not a gateway", "not our customer", "not local; please try",
    ];

    public static bool In(string? replyText) =>
        replyText is not null && Array.Exists(Rows, word => replyText.Contains(word, StringComparison.OrdinalIgnoreCase));
}
