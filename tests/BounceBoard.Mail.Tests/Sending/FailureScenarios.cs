using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Sending.Retries;
using BounceBoard.TestKit.Smtp;
using static BounceBoard.Mail.Sending.Retries.RetryOutcomeKind;
using static BounceBoard.TestKit.Smtp.SinkAction;
using static BounceBoard.TestKit.Smtp.SinkStage;

namespace BounceBoard.Mail.Tests.Sending;

/// <summary>Every stage refused, dropped, answered with 421, and the replies that never end, drip, or are none.</summary>
internal static class FailureScenarios
{
    private const RetryTls Tls = RetryTls.StartTls;

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    public static readonly FailureScenario[] All =
    [
        new("banner refuses", Banner, SayAndDrop("554 5.7.1 you are not welcome"), Refused, SmtpStage.Connect, 554),
        new("banner drops", Banner, Drop, NotSent, SmtpStage.Connect),
        new("banner 421", Banner, SayAndDrop("421 4.3.2 too many connections"), Deferred, SmtpStage.Connect, 421),
        new("banner silent", Banner, Silence, NotSent, SmtpStage.Connect),
        new("banner drips", Banner, Drip("220 sink.test ESMTP and so on", Slow), NotSent, SmtpStage.Connect),
        new("banner junk", Banner, Junk, NotSent, SmtpStage.Connect),
        new("banner endless", Banner, Endless, NotSent, SmtpStage.Connect),
        new("banner endless line", Banner, EndlessLine, NotSent, SmtpStage.Connect),
        new("EHLO drops", SinkStage.Ehlo, Drop, NotSent, SmtpStage.Ehlo),
        new("EHLO 421", SinkStage.Ehlo, SayAndDrop("421 4.3.0 going down"), Deferred, SmtpStage.Ehlo, 421),
        new("EHLO refuses", SinkStage.Ehlo, SayAndDrop("550 5.7.1 bad HELO"), Refused, SmtpStage.Ehlo, 550),
        new("EHLO endless", SinkStage.Ehlo, Endless, NotSent, SmtpStage.Ehlo),
        new("EHLO junk", SinkStage.Ehlo, Junk, NotSent, SmtpStage.Ehlo),
        new("STARTTLS drops", SinkStage.StartTls, Drop, NotSent, SmtpStage.StartTls, Tls: Tls),
        new("STARTTLS 454", SinkStage.StartTls, Say("454 4.7.0 TLS not available"), Deferred, SmtpStage.StartTls, 454, Tls: Tls),
        new("STARTTLS 421", SinkStage.StartTls, SayAndDrop("421 4.3.0 going down"), Deferred, SmtpStage.StartTls, 421, Tls: Tls),
        new("STARTTLS handshake drops", SinkStage.StartTls, SayAndDrop("220 2.0.0 go"), NotSent, SmtpStage.StartTls, Tls: Tls),
        new("AUTH refuses", SinkStage.Auth, Say("535 5.7.8 wrong"), Refused, SmtpStage.Auth, 535, Tls: Tls),
        new("AUTH for now", SinkStage.Auth, Say("454 4.7.0 later"), Deferred, SmtpStage.Auth, 454, Tls: Tls),
        new("AUTH drops", SinkStage.Auth, Drop, NotSent, SmtpStage.Auth, Tls: Tls),
        new("AUTH 421", SinkStage.Auth, SayAndDrop("421 4.7.0 too often"), Deferred, SmtpStage.Auth, 421, Tls: Tls),
        new("MAIL refuses", MailFrom, Say("550 5.7.1 sender not allowed"), Refused, SmtpStage.MailFrom, 550),
        new("MAIL drops", MailFrom, Drop, NotSent, SmtpStage.MailFrom),
        new("MAIL 421", MailFrom, SayAndDrop("421 4.7.0 slow down"), Deferred, SmtpStage.MailFrom, 421),
        new("RCPT refuses", RcptTo, Say("550 5.1.1 no such user"), Refused, SmtpStage.RcptTo, 550, Recipient: true),
        new("RCPT greylists", RcptTo, Say("450 4.2.0 greylisted"), Deferred, SmtpStage.RcptTo, 450, Recipient: true),
        new("RCPT 421", RcptTo, SayAndDrop("421 4.7.0 bye"), Deferred, SmtpStage.RcptTo, 421),
        new("RCPT drops", RcptTo, Drop, NotSent, SmtpStage.RcptTo),
        new("RCPT huge", RcptTo, Huge(550, 900), Refused, SmtpStage.RcptTo, 550, Recipient: true),
        new("RCPT drips", RcptTo, Drip("550 5.1.1 no such user here at all", Slow), NotSent, SmtpStage.RcptTo),
        new("DATA refuses", SinkStage.Data, Say("554 5.5.1 no valid recipients"), Refused, SmtpStage.Data, 554, Recipient: true),
        new("DATA drops", SinkStage.Data, Drop, NotSent, SmtpStage.Data),
        new("DATA 421", SinkStage.Data, SayAndDrop("421 4.3.0 going down"), Deferred, SmtpStage.Data, 421),
        new("DATA answers 250", SinkStage.Data, Say("250 what mail"), NotSent, SmtpStage.Data),
        new("mid-body drops", MidBody, Drop, NotSent, SmtpStage.Data),
        new("after dot drops uncounted", SinkStage.FinalDot, Drop, InDoubt, SmtpStage.EndOfData),
        new("after dot drops counted", SinkStage.Counted, Drop, InDoubt, SmtpStage.EndOfData, Counted: 1),
        new("after dot silent", SinkStage.Counted, Silence, InDoubt, SmtpStage.EndOfData, Counted: 1),
        new("after dot 421", SinkStage.FinalDot, SayAndDrop("421 4.3.0 going down"), Deferred, SmtpStage.EndOfData, 421),
        new("after dot refuses", SinkStage.FinalDot, Say("554 5.7.1 content refused"), Refused, SmtpStage.EndOfData, 554, Recipient: true),
        new("after dot defers", SinkStage.FinalDot, Say("451 4.7.1 scanner busy"), Deferred, SmtpStage.EndOfData, 451, Recipient: true),
        new("after dot junk", SinkStage.Counted, Junk, InDoubt, SmtpStage.EndOfData, Counted: 1),
        new("after dot half a code", SinkStage.Counted, SayAndDrop("25"), InDoubt, SmtpStage.EndOfData, Counted: 1),
        new("after dot two codes", SinkStage.Counted, Say("250-yes\r\n550 no"), InDoubt, SmtpStage.EndOfData, Counted: 1),
        new("after dot 354", SinkStage.Counted, Say("354 more"), InDoubt, SmtpStage.EndOfData, Counted: 1),
        new("after dot endless", SinkStage.Counted, Endless, InDoubt, SmtpStage.EndOfData, Counted: 1),
        new("after dot drips", SinkStage.Counted, Drip("250 2.0.0 Ok queued as 1", Slow), InDoubt, SmtpStage.EndOfData, Counted: 1),
        new("after dot huge", SinkStage.Counted, Huge(250, 900), Accepted, SmtpStage.EndOfData, 250, Recipient: true, Counted: 1),
        new("QUIT drops", Quit, Drop, Accepted, SmtpStage.EndOfData, 250, Recipient: true, Counted: 1),
        new("QUIT junk", Quit, Junk, Accepted, SmtpStage.EndOfData, 250, Recipient: true, Counted: 1),
    ];
}
