namespace BounceBoard.Core.Domains.Health;

/// <summary>Configured: the tenant named it. Seen: it signed a message or bounce that is held. Common: many senders use the name, so it was tried.</summary>
public enum SelectorOrigin { Configured, Seen, Common }
