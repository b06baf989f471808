namespace BounceBoard.Core.Incidents;

/// <summary>What an incident is about: a mailbox provider (organizational domain of the MX hosts), a recipient domain, or our own relay's name.</summary>
public enum IncidentScope { Provider, RecipientDomain, OwnRelay }
