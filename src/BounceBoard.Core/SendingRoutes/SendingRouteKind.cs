namespace BounceBoard.Core.SendingRoutes;

/// <summary>How a controlled retry leaves the house.</summary>
public enum SendingRouteKind
{
    /// <summary>The tenant's own submission host (RFC 6409).</summary>
    Submission,

    /// <summary>Straight to the recipient's freshly resolved MX (RFC 5321 §5.1); off unless the installation allows it.</summary>
    Direct,

    /// <summary>A file of recipients for a platform that must send itself.</summary>
    Export,

    /// <summary>A signed post for each recipient to such a platform, which posts the outcome back.</summary>
    Webhook,
}
