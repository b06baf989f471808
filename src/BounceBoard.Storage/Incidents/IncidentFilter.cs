using BounceBoard.Core.Bounces;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Verdicts;

namespace BounceBoard.Storage.Incidents;

/// <summary>Which incidents a list shows; null means all.</summary>
public sealed record IncidentFilter
{
    public static IncidentFilter All { get; } = new();

    public Verdict? Verdict { get; init; }

    public Cause? Cause { get; init; }

    public IncidentState? State { get; init; }

    public RefusalFamily? Family { get; init; }

    /// <summary>The exact name of provider, domain or relay.</summary>
    public string? ScopeName { get; init; }

    /// <summary>Incidents with a refusal of mail from this sender pool.</summary>
    public string? Pool { get; init; }

    /// <summary>Id of the member who sees to it; 0 for nobody.</summary>
    public long? OwnerId { get; init; }

    /// <summary>Part of the title or of the scope's name.</summary>
    public string? Text { get; init; }

    /// <summary>Open or recovering (<c>is:open</c>).</summary>
    public bool OnlyOpen { get; init; }

    /// <summary>Incidents with a refusal at or after this time.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Incidents with a refusal before this time.</summary>
    public DateTimeOffset? Until { get; init; }

    public IncidentSort Sort { get; init; }

    /// <summary>The smallest or oldest first.</summary>
    public bool Ascending { get; init; }

    public int Take { get; init; } = 50;

    public int Skip { get; init; }
}
