namespace BounceBoard.Core.Tests;

/// <summary>Prints a whole state machine, so that a test can hold it against a literal.</summary>
internal static class StateMatrix
{
    public static string Print<TState, TEvent>(Func<TState, TEvent, TState?> next)
        where TState : struct, Enum
        where TEvent : struct, Enum
    {
        var rows = Enum.GetValues<TState>().Select(state =>
            $"{state}: " + string.Join(", ", Enum.GetValues<TEvent>().Select(happened => $"{happened} {next(state, happened)?.ToString() ?? "-"}")));
        return string.Join('\n', rows);
    }
}
