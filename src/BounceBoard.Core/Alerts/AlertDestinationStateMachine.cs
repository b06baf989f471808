namespace BounceBoard.Core.Alerts;

/// <summary>Active, failing, disabled; only a person brings a disabled one back.</summary>
public static class AlertDestinationStateMachine
{
    /// <summary>The next state, or null when the event moves nothing: then no button shows.</summary>
    public static AlertDestinationState? Next(AlertDestinationState state, AlertDestinationEvent happened) => (state, happened) switch
    {
        (AlertDestinationState.Active, AlertDestinationEvent.Failed) => AlertDestinationState.Failing,
        (AlertDestinationState.Active, AlertDestinationEvent.Gone) => AlertDestinationState.Disabled,
        (AlertDestinationState.Failing, AlertDestinationEvent.Answered) => AlertDestinationState.Active,
        (AlertDestinationState.Failing, AlertDestinationEvent.RanOut or AlertDestinationEvent.Gone) => AlertDestinationState.Disabled,
        (AlertDestinationState.Disabled, AlertDestinationEvent.Enable) => AlertDestinationState.Active,
        _ => null,
    };
}
