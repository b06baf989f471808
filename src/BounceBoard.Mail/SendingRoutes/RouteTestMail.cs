using BounceBoard.Mail.Sending.Retries;
using MimeKit;

namespace BounceBoard.Mail.SendingRoutes;

/// <summary>The mail that tests a route: fixed words to the tenant's own mailbox, labelled as what it is.</summary>
/// <param name="From">An address of a domain that the route is for.</param>
/// <param name="To">The route's test mailbox.</param>
/// <param name="MessageId">Without angle brackets.</param>
/// <param name="PoolHeader">Name, colon and value; empty for none.</param>
public sealed record RouteTestMail(string From, string To, string MessageId, string PoolHeader, DateTimeOffset At)
{
    /// <param name="key">Null: the relay signs, or nobody.</param>
    public ReadOnlyMemory<byte> Write(DkimKey? key)
    {
        using var message = new MimeMessage
        {
            Subject = "Test of a route for controlled retries",
            Date = At,
            MessageId = MessageId,
            Body = new TextPart("plain") { Text = Words, ContentTransferEncoding = ContentEncoding.SevenBit },
        };
        message.From.Add(new MailboxAddress("", From));
        message.To.Add(new MailboxAddress("", To));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        if (PoolHeader.Split(':', 2) is [var name, var value])
        {
            message.Headers.Add(name.Trim(), value.Trim());
        }
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        using var bytes = new MemoryStream();
        message.WriteTo(options, bytes);
        return key is null ? bytes.ToArray() : key.Signed(bytes.ToArray());
    }

    // Neither addresses nor text belong in a log.
    public override string ToString() => "a test mail";

    private static string Words => """
        This is a test. Somebody who administers BounceBoard pressed
        "Test the route": the message shows that mail leaves over it and
        arrives here. There is nothing to do, and nobody reads answers.
        """.ReplaceLineEndings("\r\n") + "\r\n";
}
