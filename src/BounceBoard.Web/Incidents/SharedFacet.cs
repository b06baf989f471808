using BounceBoard.Storage.Incidents;
using BounceBoard.Web.Components;

namespace BounceBoard.Web.Incidents;

/// <summary>One property of the refusals of an incident with its values, the most frequent first.</summary>
/// <param name="Note">What a single value over all refusals means; null when there are several.</param>
public sealed record SharedFacet(string Title, IReadOnlyList<FacetValue> Values, string? Note)
{
    private const int MostValues = 12;

    private static readonly IReadOnlyList<(string Key, string Title, string None)> Order =
    [
        ("remote-ip", "Refusing address", "not named"),
        ("remote-mta", "Refusing server", "not named"),
        ("recipient-domain", "Recipient domain", "unknown"),
        ("pool", "Sender pool", "unknown"),
        ("sending-ip", "Sending address", "unknown"),
        ("upper-case", "Local part of the recipient", "unknown"),
    ];

    public static IReadOnlyList<SharedFacet> Of(IReadOnlyList<FacetCountRow> counts) =>
        [.. Order.Select(facet => Of(facet.Title, facet.None, [.. counts.Where(row => row.Facet == facet.Key)])).Where(facet => facet.Values.Count > 0)];

    private static SharedFacet Of(string title, string none, IReadOnlyList<FacetCountRow> rows) => new(
        title,
        [.. rows.OrderByDescending(row => row.Count).Take(MostValues).Select(row => new FacetValue(Label(row, none), null, false, row.Count))],
        rows is [{ Value.Length: > 0 }] ? "all of them" : null);

    private static string Label(FacetCountRow row, string none) => row switch
    {
        { Facet: "upper-case", Value: "true" } => "has a capital letter",
        { Facet: "upper-case" } => "no capital letter",
        { Value: "" } => none,
        _ => row.Value,
    };
}
