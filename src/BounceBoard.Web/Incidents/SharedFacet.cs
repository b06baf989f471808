using BounceBoard.Core.Incidents.Facets;
using BounceBoard.Web.Components;

namespace BounceBoard.Web.Incidents;

/// <summary>One property of the refusals of an incident with its values, the most frequent first.</summary>
/// <param name="Note">What it says by itself; null when it only counts.</param>
/// <param name="Explains">It separates failing from delivered.</param>
public sealed record SharedFacet(string Title, IReadOnlyList<FacetValue> Values, string? Note, bool Explains)
{
    private const int MostValues = 12;

    private static readonly Dictionary<string, (string Title, string None, string? Yes)> Words = new()
    {
        [FacetNames.RemoteIp] = ("Refusing address", "not named", null),
        [FacetNames.RemoteMta] = ("Refusing server", "not named", null),
        [FacetNames.RecipientDomain] = ("Recipient domain", "unknown", null),
        [FacetNames.SenderPool] = ("Sender pool", "unknown", null),
        [FacetNames.SendingIp] = ("Sending address", "unknown", null),
        [FacetNames.UpperCase] = ("Case of the local part", "unknown", "capital letter"),
        [FacetNames.PlusTag] = ("Plus tag", "unknown", "plus tag"),
        [FacetNames.Dot] = ("Dot in the local part", "unknown", "dot"),
        [FacetNames.Digit] = ("Digit in the local part", "unknown", "digit"),
        [FacetNames.Quoted] = ("Quoted local part", "unknown", "quotes"),
        [FacetNames.Length] = ("Length of the local part", "unknown", null),
        [FacetNames.FirstSeen] = ("Hour first seen (UTC)", "unknown", null),
    };

    /// <summary>The explaining facet first, then those that count deliveries too.</summary>
    /// <param name="explainedBy">Name of the facet that separates failing from delivered; null when none does.</param>
    public static IReadOnlyList<SharedFacet> Of(IReadOnlyList<FacetCounts> facets, string? explainedBy) =>
    [
        .. facets.Where(facet => facet.Values.Count > 0).OrderByDescending(facet => facet.Name == explainedBy)
            .ThenByDescending(facet => facet.Values.All(value => value.Delivered is not null)).Select(facet => Of(facet, facet.Name == explainedBy)),
    ];

    private static SharedFacet Of(FacetCounts facet, bool explains)
    {
        var (title, none, yes) = Words[facet.Name];
        var note = explains ? "explains the failures" : facet.Values is [{ Value.Length: > 0 }] ? "all of them" : null;
        return new(title, [.. facet.Values.Take(MostValues).Select(count => new FacetValue(Label(count.Value, none, yes), null, false, count.Failing, count.Delivered))], note, explains);
    }

    private static string Label(string value, string none, string? yes) => (value, yes) switch
    {
        ("", _) => none,
        (FacetNames.Yes, { } what) => $"has {(what is "quotes" ? what : $"a {what}")}",
        (FacetNames.No, { } what) => $"no {what}",
        _ => value,
    };
}
