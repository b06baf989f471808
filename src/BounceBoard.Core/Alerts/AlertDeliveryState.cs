namespace BounceBoard.Core.Alerts;

/// <summary>One alert on its way to one destination. Held: its destination is disabled; Refused: the destination took offence at the message.</summary>
public enum AlertDeliveryState { Waiting, Sending, Delivered, Refused, Held }
