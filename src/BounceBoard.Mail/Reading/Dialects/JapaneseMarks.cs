using static BounceBoard.Mail.Reading.Dialects.MarkPlace;

namespace BounceBoard.Mail.Reading.Dialects;

/// <summary>The carriers of Japan, their access providers, and the servers that were built for carriers (InterMail, Oracle Messaging).</summary>
internal static class JapaneseMarks
{
    public static IReadOnlyList<DialectMark> All { get; } =
    [
        new("ezweb", Host, "ezweb.ne.jp"),
        new("au", Host, "au.com"),
        new("kddi", Host, "auone-net.jp"),
        new("kddi", Host, "dion.ne.jp"),
        new("kddi", Host, "kddi.com"),
        new("docomo", Host, "docomo.ne.jp"),
        new("docomo", Host, "mopera.net"),
        new("softbank", Host, "softbank.ne.jp"),
        new("softbank", Host, "softbank.jp"),
        new("softbank", Host, "i.softbank.jp"),
        new("softbank", Host, "vodafone.ne.jp"),
        new("softbank", Host, "disney.ne.jp"),
        new("biglobe", Host, "biglobe.ne.jp"),
        new("m-filter", Field, "X-Mailer: m-FILTER"),
        new("m-filter", Words, "-------server message"),
        new("biglobe", Words, "----- Non-delivered information -----"),
        new("kddi", Words, "Could not be delivered to:"),
        new("oracle-messaging", Words, "This report relates to a message you sent with the following header fields"),
        new("oracle-messaging", Words, "Remote system: dns;"),
        new("intermail", Words, "Message was undeliverable due to the following reason"),
        new("intermail", Words, "message was not delivered due to the following reason"),
        new("intermail", Words, "The following recipients did not receive this message"),
        new("intermail", Words, "recipients was rejected by a remote mail server"),
    ];
}
