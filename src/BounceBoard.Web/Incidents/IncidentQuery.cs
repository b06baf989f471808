using BounceBoard.Core.Bounces;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Verdicts;

namespace BounceBoard.Web.Incidents;

/// <summary>What a person asked the list for, as read from the search box: <c>verdict:retry is:open last:24h relay</c>.</summary>
public sealed record IncidentQuery
{
    /// <summary>What the list shows to somebody who asked for nothing.</summary>
    public const string Usual = "is:open";

    public static IncidentQuery Empty { get; } = new();

    public Verdict? Verdict { get; init; }

    public Cause? Cause { get; init; }

    public IncidentState? State { get; init; }

    /// <summary>Open or recovering: what still needs somebody.</summary>
    public bool OnlyOpen { get; init; }

    public RefusalFamily? Family { get; init; }

    /// <summary>Exact name of provider, recipient domain or relay.</summary>
    public string? Scope { get; init; }

    /// <summary>Exact name of a sender pool.</summary>
    public string? Pool { get; init; }

    /// <summary>Who sees to it: <c>me</c>, <c>none</c>, or the id of a member.</summary>
    public string? Owner { get; init; }

    /// <summary>Only incidents with a refusal within this time.</summary>
    public TimeSpan? Last { get; init; }

    /// <summary>The words that belong to no key.</summary>
    public string? Text { get; init; }

    /// <summary>What could not be read, each a sentence that names the word and what is allowed; such a word filters nothing.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
