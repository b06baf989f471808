using BounceBoard.Core.Routes;

namespace BounceBoard.Core.Replays;

/// <summary>A configured way out and the time in which it was configured.</summary>
/// <param name="From">Null: from the beginning.</param>
/// <param name="Until">Null: to the end.</param>
public sealed record ReplayRoute(OutboundRoute Route, DateTimeOffset? From, DateTimeOffset? Until)
{
    public bool Holds(DateTimeOffset at) => (From is null || From <= at) && (Until is null || at < Until);
}
