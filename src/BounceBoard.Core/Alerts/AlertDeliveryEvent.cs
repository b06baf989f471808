namespace BounceBoard.Core.Alerts;

/// <summary>What moves a delivery.</summary>
public enum AlertDeliveryEvent
{
    /// <summary>A node took it.</summary>
    Claim,

    /// <summary>The destination took it.</summary>
    Accept,

    /// <summary>The destination refused it for good.</summary>
    Refuse,

    /// <summary>No answer, or one that asks for patience.</summary>
    Postpone,

    /// <summary>The node that took it never came back: sent again, since better twice than lost.</summary>
    Expire,

    /// <summary>Its destination was disabled.</summary>
    Hold,

    /// <summary>Its destination was enabled again.</summary>
    Release,
}
