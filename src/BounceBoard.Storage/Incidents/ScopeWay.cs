namespace BounceBoard.Storage.Incidents;

/// <summary>How mail went; a null means any.</summary>
public sealed record ScopeWay(string? Pool, string? RemoteIp, bool? UpperCase)
{
    public static ScopeWay Any { get; } = new(null, null, null);
}
