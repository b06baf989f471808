namespace BounceBoard.Core.Bounces;

/// <summary>Which family a category belongs to; 4xx and 5xx of one family are one incident.</summary>
public static class RefusalFamilies
{
    public static RefusalFamily Of(BounceCategory category) => category switch
    {
        BounceCategory.RelayDenied => RefusalFamily.Relay,
        BounceCategory.BadMailbox or BounceCategory.InactiveMailbox or BounceCategory.MailboxMoved
            or BounceCategory.Filtered => RefusalFamily.Mailbox,
        BounceCategory.BadDomain or BounceCategory.NotAccepting => RefusalFamily.Domain,
        BounceCategory.SenderRejected or BounceCategory.AuthFailed or BounceCategory.PolicyViolation
            or BounceCategory.SecurityError or BounceCategory.NotCompliant => RefusalFamily.Policy,
        BounceCategory.Blocked or BounceCategory.BadReputation or BounceCategory.RequiresPtr => RefusalFamily.Reputation,
        BounceCategory.ContentRejected or BounceCategory.SpamDetected or BounceCategory.VirusDetected
            or BounceCategory.MessageTooBig => RefusalFamily.Content,
        BounceCategory.MailboxFull or BounceCategory.SystemFull or BounceCategory.RateLimited => RefusalFamily.Capacity,
        BounceCategory.NetworkError or BounceCategory.TlsFailed or BounceCategory.Expired => RefusalFamily.Network,
        BounceCategory.SystemError or BounceCategory.MailerError or BounceCategory.SyntaxError => RefusalFamily.System,
        BounceCategory.Undetermined or BounceCategory.SuppressedByRelay or BounceCategory.OnHold or BounceCategory.Delivered
            or BounceCategory.Feedback or BounceCategory.Vacation => RefusalFamily.Other,
    };
}
