namespace BounceBoard.Core.Routes;

/// <summary>Why a configured line is worth a look before any mail bounces.</summary>
public enum RouteFindingKind
{
    /// <summary>It names a host that was an MX of the domain and is not any more.</summary>
    PinsFormerMx,

    /// <summary>It names a mailbox provider's host, and the domain's MX is elsewhere.</summary>
    PinsOtherProvider,

    /// <summary>It names a host of the recipient's own organization that its MX does not name: a gateway that was retired, or one by agreement.</summary>
    PinsUnlistedHost,

    /// <summary>It sends to a host for a domain that accepts no mail.</summary>
    DomainTakesNoMail,
}
