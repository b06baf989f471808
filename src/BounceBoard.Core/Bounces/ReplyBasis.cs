namespace BounceBoard.Core.Bounces;

/// <summary>How the category of a reply was found.</summary>
public enum ReplyBasis
{
    /// <summary>A row knows the words, or a provider's own code among them.</summary>
    Words,

    /// <summary>Something is said that no row knows; the category comes from the codes and the stage, or from nothing.</summary>
    Codes,

    /// <summary>There are no words.</summary>
    NothingSaid,
}
