namespace BounceBoard.Web.Domains;

/// <summary>What the resolvers together say of a record. Unknown is never shown as absent.</summary>
public enum RecordPresence
{
    /// <summary>No resolver was asked yet.</summary>
    NotAsked,

    /// <summary>Every resolver that answered found the same.</summary>
    Found,

    /// <summary>Every resolver that answered found none.</summary>
    Absent,

    /// <summary>No resolver gave a usable answer.</summary>
    Unknown,

    /// <summary>The resolvers that answered do not say the same.</summary>
    Differs,
}
