using BounceBoard.Core.Bounces;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Verdicts;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Web.Incidents;

/// <summary>How one facet of the rail reads, writes and releases its choice.</summary>
/// <param name="Key">Name of the facet in the counts.</param>
/// <param name="Chosen">The value the query asks for, as the counts name it.</param>
/// <param name="Toggle">The query with this value, or without any for null.</param>
/// <param name="Released">The filter without this facet's choice.</param>
internal sealed record IncidentFacet(
    string Key,
    string Title,
    Func<string, string> Label,
    Func<IncidentQuery, string?> Chosen,
    Func<IncidentQuery, string?, IncidentQuery> Toggle,
    Func<IncidentFilter, IncidentFilter> Released)
{
    /// <summary>In the order of the rail.</summary>
    public static IReadOnlyList<IncidentFacet> All { get; } =
    [
        new("verdict", "Verdict", value => value, query => query.Verdict?.ToString(),
            (query, value) => query with { Verdict = Member<Verdict>(value) }, filter => filter with { Verdict = null }),
        new("cause", "Cause", Words<Cause>, query => query.Cause?.ToString(),
            (query, value) => query with { Cause = Member<Cause>(value) }, filter => filter with { Cause = null }),
        new("state", "State", value => value, query => query.State?.ToString(),
            // A state says more than "open": choosing one replaces it, releasing it shows every state.
            (query, value) => query with { State = Member<IncidentState>(value), OnlyOpen = false },
            filter => filter with { State = null, OnlyOpen = false }),
        new("family", "Refused as", value => value, query => query.Family?.ToString(),
            (query, value) => query with { Family = Member<RefusalFamily>(value) }, filter => filter with { Family = null }),
        new("scope", "Provider, domain or relay", value => value, query => query.Scope,
            (query, value) => query with { Scope = value }, filter => filter with { ScopeName = null }),
        new("pool", "Sender pool", value => value, query => query.Pool,
            (query, value) => query with { Pool = value }, filter => filter with { Pool = null }),
        // "me" and "none" are words for values of this facet.
        new("owner", "Owner", value => value, query => query.Owner == "none" ? "0" : query.Owner,
            (query, value) => query with { Owner = value == "0" ? "none" : value }, filter => filter with { OwnerId = null }),
    ];

    private static T? Member<T>(string? value)
        where T : struct, Enum => Enum.TryParse<T>(value, out var member) ? member : null;

    private static string Words<T>(string value)
        where T : struct, Enum => Member<T>(value) is { } member ? EnumWords.Of(member) : value;
}
