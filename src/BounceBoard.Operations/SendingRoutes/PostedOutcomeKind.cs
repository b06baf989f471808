namespace BounceBoard.Operations.SendingRoutes;

/// <summary>What a platform says became of a recipient.</summary>
public enum PostedOutcomeKind
{
    /// <summary>The recipient's server took it.</summary>
    Delivered,
    Refused,

    /// <summary>Put off; the platform goes on trying, so nothing is decided.</summary>
    Deferred,
}
