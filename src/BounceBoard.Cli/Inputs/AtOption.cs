using System.Globalization;

namespace BounceBoard.Cli.Inputs;

/// <summary>The option <c>--at</c>: as of which time something is judged.</summary>
internal static class AtOption
{
    /// <returns>Now where nothing is given.</returns>
    /// <exception cref="FormatException">It cannot be read; the message says how to write it.</exception>
    public static DateTimeOffset Read(string? text) => text switch
    {
        null => TimeProvider.System.GetUtcNow(),
        _ when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) => at,
        _ => throw new FormatException($"--at '{text}' is no time; write it like 2026-05-16T07:30:00Z."),
    };
}
