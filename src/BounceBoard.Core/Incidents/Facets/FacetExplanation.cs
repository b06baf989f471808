namespace BounceBoard.Core.Incidents.Facets;

/// <summary>A facet that separates what fails from what is delivered.</summary>
/// <param name="Facet">One of <see cref="FacetNames"/>.</param>
/// <param name="Value">All failures have it and no delivery has.</param>
/// <param name="Failing">People refused.</param>
/// <param name="Delivered">Deliveries, all with other values.</param>
/// <param name="Chance">How likely such a clean cut is when the facet has nothing to do with it.</param>
/// <param name="Sentence">With the figures.</param>
public sealed record FacetExplanation(string Facet, string Value, long Failing, long Delivered, double Chance, string Sentence)
{
    /// <summary>
    /// Clean cuts that chance may make, in a thousand incidents: one, shared among the facets that could make one. With a value that means nothing,
    /// f failures and d deliveries fall apart like that once in "d + f choose f" ways.
    /// </summary>
    public const double MostChance = 0.001;

    /// <summary>Fewer people are single addresses, whatever they share.</summary>
    public const int FewestPeople = 5;

    /// <summary>With fewer deliveries elsewhere it is not known that the other values work.</summary>
    public const int FewestDeliveries = 10;

    /// <summary>The explanation; null when no facet separates. Of several that do, the least likely by chance, then the order of the facets.</summary>
    public static FacetExplanation? Find(IReadOnlyList<FacetCounts> facets) => All(facets) is [var first, ..] ? first : null;

    /// <summary>Every facet that separates, the best first: those that do so equally cannot be told apart by this incident alone.</summary>
    public static IReadOnlyList<FacetExplanation> All(IReadOnlyList<FacetCounts> facets)
    {
        // Where all mail shares a value, failing or not, there is nothing to separate.
        var tested = facets.Where(facet => facet.Name != FacetNames.FirstSeen && facet.Values.Count > 1 && facet.Values.All(value => value.Delivered is not null)).ToList();
        return
        [
            .. tested.Select(Separates).OfType<FacetExplanation>()
                .Where(found => found.Chance * tested.Count <= MostChance)
                .OrderBy(found => found.Chance),
        ];
    }

    private static FacetExplanation? Separates(FacetCounts facet)
    {
        var failing = facet.Values.Where(value => value.Failing > 0).ToList();
        // Unknown values hide which side they are on. The lack of a shape explains nothing: most addresses lack it.
        if (failing is not [{ Delivered: 0, Value.Length: > 0 } only] || facet.Values.Any(value => value.Value.Length == 0)
            || (FacetNames.Shapes.Contains(facet.Name) && only.Value != FacetNames.Yes))
        {
            return null;
        }

        var delivered = facet.Values.Sum(value => value.Delivered ?? 0);
        return only.Failing >= FewestPeople && delivered >= FewestDeliveries
            ? new FacetExplanation(facet.Name, only.Value, only.Failing, delivered, ChanceOf(only.Failing, delivered), FacetSentence.Of(facet.Name, only.Value, only.Failing, delivered))
            : null;
    }

    // 1 / (d + f choose f), factor by factor; a few dozen factors are less than any level.
    private static double ChanceOf(long failing, long delivered)
    {
        var (few, chance) = (Math.Min(failing, delivered), 1.0);
        for (var i = 1L; i <= few && chance > 1e-100; i++)
        {
            chance *= (double)i / (failing + delivered - few + i);
        }

        return chance;
    }
}
