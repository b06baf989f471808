using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification;

/// <summary>What the stage and the enhanced code change in what the words say.</summary>
internal static class StageMeanings
{
    public static BounceCategory Of(BounceCategory said, string? status, SmtpStage? stage) => said switch
    {
        // Sendmail turns the reply 551 into 5.1.6: whatever the words, the mailbox has moved away.
        RelayDenied or BadMailbox when status is "5.1.6" => MailboxMoved,
        // Nobody is told about the recipient before the greeting is done: a server that sends us away then means our address.
        SystemError when stage is SmtpStage.Connect or SmtpStage.Ehlo && EnhancedStatusCode.IsVague(status) => Blocked,
        SecurityError when stage is SmtpStage.MailFrom => SenderRejected,
        BadMailbox when !IsAboutAddress(status, stage) => Filtered,
        _ => said,
    };

    // "User unknown" after the message was handed over, or from nobody knows where and without a 5.1.x code, is what filters answer
    // on behalf of a recipient; an address that does not exist is refused at RCPT TO.
    private static bool IsAboutAddress(string? status, SmtpStage? stage) =>
        stage is SmtpStage.RcptTo || (status is { Length: > 3 } && status[2..4] is "1.") || (stage is SmtpStage.MailFrom && status is null);
}
