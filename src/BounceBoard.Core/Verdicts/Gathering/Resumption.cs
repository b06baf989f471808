using BounceBoard.Core.Incidents.Facets;

namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>Deliveries that resumed: what failed is accepted again in two different hours and nothing was refused since.</summary>
internal static class Resumption
{
    private const int Hours = 2;
    private const int FewestDeliveries = 5;

    /// <summary>The first delivery after the last refusal of an outage that has no known end; null while it is too early to tell.</summary>
    public static DateTimeOffset? Find(Outage outage, IReadOnlyList<JudgedRefusal> refusals, IReadOnlyList<KnownDelivery>? delivered, DateTimeOffset now)
    {
        var within = refusals.Where(judged => judged.Refusal.At >= outage.Since).ToList();
        if (within.Count == 0)
        {
            return null;
        }
        var last = within[^1].Refusal.At;
        var during = (delivered ?? []).Where(row => row.At >= outage.Since && row.At <= last).ToList();
        var alike = Separation.Find(within, during);
        var since = (delivered ?? []).Where(row => row.At > last && row.At <= now && IsAlike(row, alike)).ToList();
        return since.Sum(row => row.Count) >= FewestDeliveries && since.Select(row => ScopeHours.StartOf(row.At)).Distinct().Count() >= Hours
            ? since.Min(row => row.At)
            : null;
    }

    // Deliveries of lower-case addresses do not end what capital letters suffer from.
    private static bool IsAlike(KnownDelivery row, Separation? failing) => failing?.Facet switch
    {
        FacetNames.UpperCase => row.HasUpperCase == true,
        FacetNames.SenderPool => row.Pool == failing.Value,
        _ => true,
    };
}
