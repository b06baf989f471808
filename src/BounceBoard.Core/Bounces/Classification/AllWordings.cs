namespace BounceBoard.Core.Bounces.Classification;

/// <summary>The rows of all families in the order in which they are asked.</summary>
internal static class AllWordings
{
    public static IReadOnlyList<Wording> InOrder { get; } =
    [
        .. RelayWordings.Traps,
        .. RelayWordings.Rows,
        .. ServerWordings.Suppression,
        .. MailboxWordings.Full,
        .. ContentWordings.Size,
        .. MailboxWordings.Moved,
        .. MailboxWordings.Inactive,
        .. ContentWordings.Links,
        .. ReputationWordings.Rate,
        .. SenderWordings.Ptr,
        .. SenderWordings.Authentication,
        .. ReputationWordings.Reputation,
        .. ContentWordings.Form,
        .. TransportWordings.Full,
        .. TransportWordings.Dns,
        .. SenderWordings.SenderDomain,
        .. AddressWordings.Domain,
        .. TransportWordings.Delivery,
        .. AddressWordings.Certain,
        .. MailboxWordings.Unavailable,
        .. AddressWordings.Unknown,
        .. ContentWordings.Virus,
        .. ContentWordings.Policy,
        .. SenderWordings.Sender,
        .. ReputationWordings.Block,
        .. ContentWordings.Spam,
        .. TransportWordings.Tls,
        .. SenderWordings.Rights,
        .. ContentWordings.Content,
        .. ServerWordings.Syntax,
        .. ServerWordings.Time,
        .. TransportWordings.Network,
        .. ServerWordings.System,
    ];
}
