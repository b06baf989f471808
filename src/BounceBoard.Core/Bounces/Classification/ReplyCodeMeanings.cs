using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification;

/// <summary>What a bare reply code means at its stage (RFC 5321 §4.2.3), when neither words nor enhanced code say more.</summary>
internal static class ReplyCodeMeanings
{
    public static BounceCategory Of(int? replyCode, SmtpStage? stage) => replyCode switch
    {
        500 or 501 or 502 or 503 or 504 or 555 => SyntaxError,
        421 or 550 or 554 when stage is SmtpStage.Connect or SmtpStage.Ehlo => Blocked,
        454 when stage is SmtpStage.StartTls => TlsFailed,
        452 => SystemFull,
        552 => MailboxFull,
        521 => NotAccepting,
        530 or 534 or 535 => SecurityError,
        550 or 551 or 553 when stage is SmtpStage.MailFrom => SenderRejected,
        550 or 554 when stage is SmtpStage.Data or SmtpStage.EndOfData => ContentRejected,
        550 or 551 or 553 when stage is SmtpStage.RcptTo => Filtered,
        556 => NotAccepting,
        _ => Undetermined,
    };
}
