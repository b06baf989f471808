namespace BounceBoard.Core.Suppressions;

/// <summary>Held, released, held again when new evidence says so; suggested before, where a person is asked first.</summary>
public static class SuppressionStateMachine
{
    /// <summary>The next state, or null when the event moves nothing: then no button shows.</summary>
    public static SuppressionState? Next(SuppressionState state, SuppressionEvent happened) => (state, happened) switch
    {
        (SuppressionState.Suggested, SuppressionEvent.Hold) => SuppressionState.Held,
        (SuppressionState.Suggested, SuppressionEvent.Release) => SuppressionState.Released,
        (SuppressionState.Held, SuppressionEvent.Release) => SuppressionState.Released,
        (SuppressionState.Released, SuppressionEvent.Hold) => SuppressionState.Held,
        (SuppressionState.Released, SuppressionEvent.Suggest) => SuppressionState.Suggested,
        _ => null,
    };

    /// <summary>States from which an event moves on: what a statement compares before it sets.</summary>
    public static IReadOnlyList<SuppressionState> From(SuppressionEvent happened) =>
        [.. Enum.GetValues<SuppressionState>().Where(state => Next(state, happened) is not null)];
}
