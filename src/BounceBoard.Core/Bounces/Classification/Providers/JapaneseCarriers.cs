using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>docomo and au: "Unknown user" is said at RCPT TO of an address that does not exist, and after DATA of one whose owner does not want this sender.</summary>
internal static class JapaneseCarriers
{
    private static readonly string[] Au = ["ezweb.ne.jp", "au.com", "dion.ne.jp", "auone-net.jp"];

    public static BounceCategory? Find(string words, string? status, SmtpStage? stage, string host)
    {
        if (ProviderMeanings.IsUnder(host, "docomo.ne.jp"))
        {
            return Docomo(words, status, stage);
        }
        // Without stage and status it is the carrier's own first answer; a gateway that retells it gives a status.
        return words.Contains("user unknown", StringComparison.Ordinal) && (stage is SmtpStage.RcptTo || (stage is null && status is null)) && Array.Exists(Au, domain => ProviderMeanings.IsUnder(host, domain))
            ? BadMailbox
            : null;
    }

    private static BounceCategory? Docomo(string words, string? status, SmtpStage? stage)
    {
        if (words.Contains("too much mail data", StringComparison.Ordinal))
        {
            return MailboxFull;
        }
        if (!words.Contains("unknown user", StringComparison.Ordinal))
        {
            return null;
        }
        return status switch
        {
            "5.1.1" => BadMailbox,
            "5.2.0" => Filtered,
            _ when stage is SmtpStage.RcptTo => BadMailbox,
            _ when stage is SmtpStage.Data or SmtpStage.EndOfData => SenderRejected,
            _ => null,
        };
    }
}
