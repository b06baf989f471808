using BounceBoard.Core.Bounces;

namespace BounceBoard.Web.Incidents;

/// <summary>The step of the session as it is written on the wire.</summary>
internal static class StageWords
{
    public static string Of(SmtpStage stage) => stage switch
    {
        SmtpStage.Connect => "connect",
        SmtpStage.Ehlo => "EHLO",
        SmtpStage.StartTls => "STARTTLS",
        SmtpStage.Auth => "AUTH",
        SmtpStage.MailFrom => "MAIL FROM",
        SmtpStage.RcptTo => "RCPT TO",
        SmtpStage.Data => "DATA",
        SmtpStage.EndOfData => "end of data",
        SmtpStage.Quit => "QUIT",
    };
}
