namespace BounceBoard.TestKit.Smtp;

/// <summary>Where a scripted server can be told to do something else than accept. FinalDot: the dot was read and is not counted yet; Counted: it is,
/// and the reply is due.</summary>
public enum SinkStage { Banner, Ehlo, StartTls, Auth, MailFrom, RcptTo, Data, MidBody, FinalDot, Counted, Quit }
