namespace BounceBoard.Core.Bounces;

/// <summary>What kind of refusal it is, whatever its wording and whether 4xx or 5xx: the unit in which refusals are grouped.</summary>
public enum RefusalFamily { Relay, Mailbox, Domain, Policy, Reputation, Content, Capacity, Network, System, Other }
