using System.Buffers;
using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading.Phrases;

/// <summary>Words by which MTAs say which command was refused; the first row that is found decides.</summary>
internal static class StageWords
{
    // Postfix: "in reply to RCPT TO command", "while sending RCPT TO"; Exim: "after RCPT TO:<…>", "after pipelined MAIL FROM:";
    // Sendmail and others print the dialogue: ">>> RCPT To:<…>".
    private static readonly (string Words, SmtpStage Stage)[] Rows =
    [
        ("in reply to end of data", SmtpStage.EndOfData),
        ("after end of data", SmtpStage.EndOfData),
        ("sending end of data", SmtpStage.EndOfData),
        ("end of data", SmtpStage.EndOfData),
        ("in reply to rcpt to", SmtpStage.RcptTo),
        ("after rcpt to", SmtpStage.RcptTo),
        ("after pipelined rcpt to", SmtpStage.RcptTo),
        ("sending rcpt to", SmtpStage.RcptTo),
        ("response to rcpt to", SmtpStage.RcptTo),
        ("after rcpt command", SmtpStage.RcptTo),
        ("after mail command", SmtpStage.MailFrom),
        ("after data command", SmtpStage.Data),
        // GMX and 1&1: "SMTP error from remote server for TEXT command, host: …".
        ("for rcpt to command", SmtpStage.RcptTo),
        ("for mail from command", SmtpStage.MailFrom),
        ("for text command", SmtpStage.EndOfData),
        ("following rcpt command", SmtpStage.RcptTo),
        ("following mail command", SmtpStage.MailFrom),
        ("following data command", SmtpStage.Data),
        ("smtp:rcpt host", SmtpStage.RcptTo),
        ("server sent: rcpt to", SmtpStage.RcptTo),
        ("in reply to mail from", SmtpStage.MailFrom),
        ("after mail from", SmtpStage.MailFrom),
        ("after pipelined mail from", SmtpStage.MailFrom),
        ("sending mail from", SmtpStage.MailFrom),
        ("in reply to data", SmtpStage.Data),
        ("after data", SmtpStage.Data),
        ("after pipelined data", SmtpStage.Data),
        ("sending data command", SmtpStage.Data),
        ("sending message body", SmtpStage.EndOfData),
        ("in reply to ehlo", SmtpStage.Ehlo),
        ("in reply to helo", SmtpStage.Ehlo),
        ("after ehlo", SmtpStage.Ehlo),
        ("after helo", SmtpStage.Ehlo),
        ("performing the ehlo", SmtpStage.Ehlo),
        ("performing the helo", SmtpStage.Ehlo),
        ("in reply to starttls", SmtpStage.StartTls),
        ("after starttls", SmtpStage.StartTls),
        ("starttls command", SmtpStage.StartTls),
        ("cannot start tls", SmtpStage.StartTls),
        ("tls is required", SmtpStage.StartTls),
        ("in reply to auth", SmtpStage.Auth),
        ("sasl authentication failed", SmtpStage.Auth),
        ("in reply to quit", SmtpStage.Quit),
        (">>> rcpt to", SmtpStage.RcptTo),
        (">>> mail from", SmtpStage.MailFrom),
        (">>> data", SmtpStage.EndOfData),
        (">>> starttls", SmtpStage.StartTls),
        (">>> ehlo", SmtpStage.Ehlo),
        (">>> helo", SmtpStage.Ehlo),
        // DragonFly Mail Agent: "mx.example.net [192.0.2.1] did not like our RCPT TO:".
        ("did not like our rcpt to", SmtpStage.RcptTo),
        ("did not like our mail from", SmtpStage.MailFrom),
        ("did not like our data", SmtpStage.Data),
        ("did not like our final dot", SmtpStage.EndOfData),
        ("did not like our helo", SmtpStage.Ehlo),
        ("did not like our ehlo", SmtpStage.Ehlo),
        // qmail: "Connected to 192.0.2.1 but sender was rejected."
        ("but sender was rejected", SmtpStage.MailFrom),
        ("but my name was rejected", SmtpStage.Ehlo),
        ("but greeting failed", SmtpStage.Connect),
        ("does not like recipient", SmtpStage.RcptTo),
        ("failed on data command", SmtpStage.Data),
        ("failed after i sent the message", SmtpStage.EndOfData),
        // Yahoo: the step in brackets behind the reply.
        ("[rcpt_to]", SmtpStage.RcptTo),
        ("[mail_from]", SmtpStage.MailFrom),
        ("initial server greeting", SmtpStage.Connect),
        ("after initial connection", SmtpStage.Connect),
        ("initial connection", SmtpStage.Connect),
        ("refused to talk to me", SmtpStage.Connect),
        ("connect to ", SmtpStage.Connect),
    ];

    private static readonly (AnyCase Words, SmtpStage Stage)[] Searched = [.. Rows.Select(row => (new AnyCase(row.Words), row.Stage))];

    private static readonly SearchValues<string> Any = SearchValues.Create([.. Rows.Select(row => row.Words)], StringComparison.OrdinalIgnoreCase);

    public static SmtpStage? Find(ReadOnlySpan<char> text)
    {
        // One pass tells whether any row is there at all; mostly none is.
        if (!text.ContainsAny(Any))
        {
            return null;
        }
        foreach (var (words, stage) in Searched)
        {
            if (words.IsIn(text))
            {
                return stage;
            }
        }
        return null;
    }
}
