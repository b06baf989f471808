using static BounceBoard.Mail.Reading.Dialects.MarkPlace;

namespace BounceBoard.Mail.Reading.Dialects;

/// <summary>Servers that run on Unix and carry most of the world's mail.</summary>
internal static class ServerMarks
{
    public static IReadOnlyList<DialectMark> All { get; } =
    [
        new("postfix", StatusField, "X-Postfix-Queue-ID"),
        new("postfix", StatusField, "X-Postfix-Sender"),
        new("postfix", StatusField, "Diagnostic-Code: X-Postfix"),
        new("powermta", StatusField, "X-PowerMTA-VirtualMTA"),
        new("powermta", StatusField, "X-PowerMTA-BounceCategory"),
        new("opensmtpd", Words, "This is the MAILER-DAEMON, please DO NOT REPLY to this e"),
        new("dragonfly", Words, "This is the DragonFly Mail Agent"),
        new("apache-james", Words, "This is the James mail server"),
        new("apache-james", Words, "Error message below:"),
        new("haraka", Words, "This is the Haraka Mailer program"),
        new("powermta", Words, "I am sending you this message to inform you on the delivery status of a"),
        new("courier", Words, "running the Courier mail server"),
        new("courier", Words, "the Courier mail server at"),
        new("fml", Field, "X-MLServer: fml"),
        new("fml", Field, "X-ML-Server: fml"),
        new("exim", PassedBy, "X-Failed-Recipients"),
        new("exim", Words, "A message that you sent could not be delivered to one or more of"),
        new("exim", Words, "A message that you sent has not yet been delivered to one or more of"),
        new("exim", Words, "A message that you sent contained one or more recipient addresses"),
        new("exim", Words, "This message was created automatically by mail delivery software"),
        new("exim", Words, "The following text was generated during the delivery attempt"),
        new("x2", Words, "Unable to deliver message to the following address(es)"),
        new("qmail", Words, "This is the qmail-send program"),
        new("qmail", Words, "qmail-send"),
        new("qmail", Words, "This is the machine generated message from mail service"),
        new("qmail", Words, "does not like recipient."),
        new("qmail", Words, "--- Below this line is a copy of the message."),
        new("qmail", Words, "--- Undelivered message follows ---"),
        new("qmail", Words, "vdelivermail:"),
        new("qmail", Words, "Giving up on "),
        new("postfix", Words, "This is the mail system at host"),
        new("postfix", Words, "This is the Postfix program at host"),
        new("x1", Words, "---The following addresses had delivery errors---"),
        new("sendmail", Words, "The original message was received at "),
        new("sendmail", Words, "----- Transcript of session follows -----"),
        new("sendmail", Words, "----- The following addresses had "),
        new("x3", Words, "This is an automatically generated Delivery Status Notification."),
        new("x6", Words, "We had trouble delivering your message. Full details follow"),
        new("postfix", Words, "(in reply to "),
    ];
}
