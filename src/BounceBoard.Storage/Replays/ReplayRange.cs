namespace BounceBoard.Storage.Replays;

/// <summary>Which refusals of the past are looked at again.</summary>
/// <param name="From">Event time of the first; a whole hour, because that is how they are counted.</param>
/// <param name="Until">Event time before which the last lies; a whole hour.</param>
/// <param name="Scope">Exact name of a provider, relay or recipient domain, lower case; null for all.</param>
public sealed record ReplayRange(DateTimeOffset From, DateTimeOffset Until, string? Scope);
