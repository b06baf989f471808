namespace BounceBoard.Core.Alerts;

/// <summary>The way of one alert to one destination; what was delivered or refused stays so.</summary>
public static class AlertDeliveryStateMachine
{
    /// <summary>The next state, or null when the event moves nothing.</summary>
    public static AlertDeliveryState? Next(AlertDeliveryState state, AlertDeliveryEvent happened) => (state, happened) switch
    {
        (AlertDeliveryState.Waiting, AlertDeliveryEvent.Claim) => AlertDeliveryState.Sending,
        (AlertDeliveryState.Waiting, AlertDeliveryEvent.Hold) => AlertDeliveryState.Held,
        (AlertDeliveryState.Sending, AlertDeliveryEvent.Accept) => AlertDeliveryState.Delivered,
        (AlertDeliveryState.Sending, AlertDeliveryEvent.Refuse) => AlertDeliveryState.Refused,
        (AlertDeliveryState.Sending, AlertDeliveryEvent.Postpone) => AlertDeliveryState.Waiting,
        (AlertDeliveryState.Sending, AlertDeliveryEvent.Hold) => AlertDeliveryState.Held,
        // The next node takes it over at once.
        (AlertDeliveryState.Sending, AlertDeliveryEvent.Expire) => AlertDeliveryState.Sending,
        (AlertDeliveryState.Held, AlertDeliveryEvent.Release) => AlertDeliveryState.Waiting,
        _ => null,
    };
}
