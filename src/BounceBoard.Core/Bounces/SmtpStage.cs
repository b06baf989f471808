namespace BounceBoard.Core.Bounces;

/// <summary>The step of an SMTP session (RFC 5321) to which a reply answers.</summary>
public enum SmtpStage { Connect, Ehlo, StartTls, Auth, MailFrom, RcptTo, Data, EndOfData, Quit }
