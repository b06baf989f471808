using BounceBoard.Core.Verdicts;

namespace BounceBoard.Core.Alerts;

/// <summary>What an alert says, as it was when it was told; recipients are masked.</summary>
public sealed record AlertContent
{
    public required string Title { get; init; }

    /// <summary>Number of the incident within the tenant; null where no incident stands behind the alert.</summary>
    public long? Incident { get; init; }

    public Verdict? Verdict { get; init; }

    public Confidence? Confidence { get; init; }

    /// <summary>The first three that support the verdict.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>When it began, by event time.</summary>
    public DateTimeOffset? Since { get; init; }

    public long People { get; init; }

    /// <summary>Steps, in order.</summary>
    public IReadOnlyList<string> Act { get; init; } = [];

    /// <summary>Path of the page that shows more, from the root of the installation.</summary>
    public required string Path { get; init; }
}
