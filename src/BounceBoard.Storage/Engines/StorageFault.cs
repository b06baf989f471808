namespace BounceBoard.Storage.Engines;

/// <summary>What an exception of the database means for whoever meets it.</summary>
public enum StorageFault
{
    /// <summary>Not of the database, or not known.</summary>
    None,

    /// <summary>The rows at hand: they bring it again.</summary>
    Data,

    /// <summary>The database is not reachable, starting, stopping or locked: it passes, or needs a person.</summary>
    Outage,

    /// <summary>The disk is full: nothing was stored, and nothing will be until there is room.</summary>
    Full,

    /// <summary>Two transactions waited for one another and this one gave way; nothing of it was kept.</summary>
    Collision,
}
