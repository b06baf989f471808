using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Orange, Wanadoo and La Poste: the reply ends with <c>OFR004_201</c>, <c>LPN105-104</c>, <c>OUK_513</c>; the last three digits say why.</summary>
internal static class OrangeCodes
{
    private static readonly string[] Prefixes = ["lpn", "ofr", "ouk"];

    private static readonly ProviderCode[] Rows =
    [
        new("102", Blocked, "source address blocked after spam"),
        new("103", Blocked, "service refused"),
        new("104", RateLimited, "too many connections"),
        new("305", SecurityError, "invalid authentication code"),
        new("401", AuthFailed, "SPF does not allow the server"),
        new("402", SecurityError, "authentication required"),
        new("403", SenderRejected, "invalid sender"),
        new("405", SenderRejected, "invalid sender"),
        new("415", SenderRejected, "invalid sender"),
        new("416", BadMailbox, "at least one recipient is invalid"),
        new("417", MailboxFull, "recipient over quota"),
        new("418", BadMailbox, "at least one recipient is invalid"),
        new("420", InactiveMailbox, "mailbox archived"),
        new("421", SenderRejected, "sender not owned by the user"),
        new("426", InactiveMailbox, "recipient's account blocked"),
        new("505", SystemError, "service refused for now"),
        new("506", SpamDetected, "mail rejected"),
        new("510", Blocked, "service refused for now"),
        new("514", MessageTooBig, "message size limit"),
        new("630", PolicyViolation, "refused by policy"),
        new("999", Blocked, "service refused"),
    ];

    public static BounceCategory? Find(string words)
    {
        foreach (var prefix in Prefixes)
        {
            for (var at = words.IndexOf(prefix, StringComparison.Ordinal); at >= 0; at = words.IndexOf(prefix, at + 1, StringComparison.Ordinal))
            {
                if ((at == 0 || !char.IsAsciiLetterOrDigit(words[at - 1])) && CodeAt(words.AsSpan(at + 3)) is { Length: 3 } code)
                {
                    return Meaning(code);
                }
            }
        }
        return null;
    }

    // "_506", "105_104", "105-104", "416".
    private static ReadOnlySpan<char> CodeAt(ReadOnlySpan<char> text)
    {
        var first = Digits(text);
        if (first is 0 or 3 && text.Length > first && text[first] is '_' or '-' && Digits(text[(first + 1)..]) == 3)
        {
            return text.Slice(first + 1, 3);
        }
        return first == 3 ? text[..3] : [];
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    private static BounceCategory? Meaning(ReadOnlySpan<char> code)
    {
        foreach (var row in Rows)
        {
            if (code.SequenceEqual(row.Code))
            {
                return row.Category;
            }
        }
        return null;
    }
}
