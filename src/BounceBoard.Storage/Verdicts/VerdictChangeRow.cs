using BounceBoard.Core.Verdicts;

namespace BounceBoard.Storage.Verdicts;

/// <summary>A verdict that is another one than the incident had before.</summary>
public sealed class VerdictChangeRow
{
    public required long Number { get; init; }

    public required string Title { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public required Verdict Verdict { get; init; }

    public required Verdict Before { get; init; }
}
