using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>I.UA: the reply links to <c>mail.i.ua/err/N/</c>; the page of each number says why.</summary>
internal static class IuaCodes
{
    private const string Mark = ".i.ua/err/";

    private static readonly ProviderCode[] Rows =
    [
        new("1", RelayDenied, "not a mail gateway"),
        new("2", BadMailbox, "no such user"),
        new("3", InactiveMailbox, "not used for three months"),
        new("4", MailboxFull, "mailbox full"),
        new("5", RateLimited, "limit of letters"),
        new("6", RelayDenied, "use your provider's server"),
        new("7", Blocked, "HELO is wrong"),
        new("8", SenderRejected, "sender could not be checked"),
        new("9", Blocked, "address listed"),
        new("10", Filtered, "sender not in the recipient's list"),
    ];

    public static BounceCategory? Find(string words)
    {
        var at = words.IndexOf(Mark, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }
        var text = words.AsSpan(at + Mark.Length);
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var code = (end < 0 ? text : text[..end]).ToString();
        return Array.Find(Rows, row => row.Code == code)?.Category;
    }
}
