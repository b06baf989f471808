namespace BounceBoard.Core.Domains.Health;

/// <summary>
/// Referral: the parent's server named the domain's servers. SameServer: it answered for the domain itself, so that what the parent says
/// does not show. NotDelegated: it knows no servers of the domain. Unknown: no usable answer.
/// </summary>
public enum DelegationState { Unknown, NotDelegated, SameServer, Referral }
