namespace BounceBoard.Core.Domains.Health;

/// <summary>Sending: mail is meant to come from it. Parked: none is, and the records should say so. The two are never mixed in one figure.</summary>
public enum DomainProfile { Sending, Parked }
