using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Database;

/// <summary>The database is away, or its disk is full.</summary>
/// <param name="Since">When it was noticed.</param>
/// <param name="Kind">Outage or Full.</param>
/// <param name="Reason">The engine's own words, for the log and the administrator; not for a page.</param>
public sealed record OutageState(DateTimeOffset Since, StorageFault Kind, string Reason);
