namespace BounceBoard.Mail.Tests.Sending;

/// <summary>Recipients as a hostile bounce may name them; none of them may be sent to.</summary>
internal static class EvilAddresses
{
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r", "\0", "\u0085", "\u2028", "\u2029", "\v", "\f", "\u001b"];

    private static readonly string[] Injections =
    [
        "RCPT TO:<victim@example.net>", "DATA", "RSET", "MAIL FROM:<x@example.net>", "QUIT", "NOOP", ".", "Bcc: victim@example.net", " ", "> SIZE=1",
    ];

    private static readonly string[] Others =
    [
        "", "@", "user", "user@", "@example.net", "user@@example.net", "a@b@example.net", "user@localhost", "user@[127.0.0.1]", "user@[IPv6:::1]",
        "@relay.example:user@example.net", "@a.example,@b.example:user@example.net", "user%other.example@example.net", "other.example!user@example.net",
        "<user@example.net>", "user@example.net>", "<user@example.net", "user@example.net> NOTIFY=NEVER", "user@example.net>\r\nDATA\r\n",
        "\"user\"@example.net", "\"us er\"@example.net", "\"us\\\"er\"@example.net", "\"user@example.net", "\"a\"b@example.net", "\"\"@example.net",
        "\"a\r\nDATA\"@example.net", "\"a\\\rb\"@example.net", "\"a>b\"@example.net", "us er@example.net", "user @example.net", " user@example.net",
        "user@ example.net", "user@example.net ", "user@exa mple.net", "user@example.net.", "user@.example.net", "user@example..net", "user@-", "user@exam<ple.net",
        ".user@example.net", "user.@example.net", "us..er@example.net", "us(er)@example.net", "us,er@example.net", "us;er@example.net", "us:er@example.net",
        "us\\er@example.net", "us[er@example.net", "us\ter@example.net", "user@exam\tple.net", "user@exam;ple.net", "user@exam(x)ple.net", "user,other@example.net,x",
        "us\u202eer@example.net", "us\u200ber@example.net", "us\u00a0er@example.net", "us\ufeffer@example.net", "us\ud800er@example.net", "us\ue000er@example.net",
        "us\ufffder@example.net", "us\u2029er@example.net", "us\u007fer@example.net", "us\u0080er@example.net", "user@exam\u0000ple.net", "user@example.net\u0000",
        "us\u00e9r@example.net", "\u7528\u6237@example.net", "user\u3000@example.net",
    ];

    public static IReadOnlyList<string> All { get; } =
    [
        .. from end in LineEnds from words in Injections select $"user@example.net{end}{words}",
        .. from end in LineEnds from words in Injections.Take(3) select $"us{end}{words}er@example.net",
        .. Others,
        new string('a', 65) + "@example.net",
        new string('a', 250) + "@example.net",
        "user@" + string.Join('.', Enumerable.Repeat(new string('b', 63), 4)) + ".net",
        "user@" + new string('b', 64) + ".net",
    ];
}
