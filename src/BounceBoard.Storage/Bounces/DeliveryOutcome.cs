namespace BounceBoard.Storage.Bounces;

/// <summary>What a remote server did with a message, for counting.</summary>
public enum DeliveryOutcome { Accepted, Deferred, Refused }
