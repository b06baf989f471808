using System.Globalization;
using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Spectrum (Charter): <c>AUP#In-1310</c>; ranges of numbers, from its page on e-mail error codes.</summary>
internal static class SpectrumCodes
{
    private static readonly (int From, int To, BounceCategory Category, string Why)[] Rows =
    [
        (1000, 1000, Blocked, "address blocked after suspicious activity"),
        (1010, 1080, SenderRejected, "account blocked or limited"),
        (1090, 1090, SystemError, "cannot be processed now"),
        (1100, 1150, RequiresPtr, "reverse DNS"),
        (1160, 1190, PolicyViolation, "against the domain's policies"),
        (1200, 1210, Blocked, "Cloudmark"),
        (1220, 1250, Blocked, "Spamhaus"),
        (1260, 1260, NetworkError, "no IPv6"),
        (1300, 1340, RateLimited, "connections"),
        (1350, 1490, RateLimited, "messages, recipients"),
        (1500, 1520, SenderRejected, "sender is not the account's"),
        (1530, 1530, MessageTooBig, "over 20 MB"),
        (1540, 1550, RateLimited, "messages in a session, recipients in a message"),
        (1560, 1560, PolicyViolation, "too many invalid recipients"),
        (1580, 1580, RateLimited, "too many recipients in a short time"),
    ];

    public static BounceCategory? Find(string words)
    {
        const string Mark = "aup#";
        var at = words.IndexOf(Mark, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }
        var text = words.AsSpan(at + Mark.Length);
        var start = text.IndexOfAnyInRange('0', '9');
        if (start is < 0 or > 6 || text.Length < start + 4 || !int.TryParse(text.Slice(start, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            return null;
        }
        var row = Array.Find(Rows, row => code >= row.From && code <= row.To);
        return row.Why is null ? null : row.Category;
    }
}
