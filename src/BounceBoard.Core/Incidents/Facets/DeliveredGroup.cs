namespace BounceBoard.Core.Incidents.Facets;

/// <summary>Messages that were accepted the same way.</summary>
/// <param name="Hour">Start of the hour, UTC; null when the hours were added up.</param>
/// <param name="RemoteIp">Null or empty when not known; so is <paramref name="Pool"/>.</param>
/// <param name="UpperCase">The local parts hold a capital letter.</param>
public sealed record DeliveredGroup(DateTimeOffset? Hour, string Domain, string? RemoteIp, string? Pool, bool UpperCase, long Messages);
