using BounceBoard.Core.Incidents.Facets;

namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>
/// A property that separates failing from delivered: all failures on one value, all deliveries on others. Weaker than <see cref="FacetExplanation"/>, which
/// is shown to people at a stated level: here the question is only whether deliveries of others prove anything, and three people are enough for that doubt.
/// </summary>
/// <param name="Facet">One of <see cref="FacetNames"/>.</param>
public sealed record Separation(string Facet, string Value)
{
    // Two people against three deliveries would separate by chance.
    private const int FewestDeliveries = 5;
    private const int FewestPeople = 3;

    /// <summary>The most telling facet that separates; null when none does.</summary>
    /// <param name="failing">Refusals of one time, and the deliveries of the same time and scope.</param>
    public static Separation? Find(IReadOnlyList<JudgedRefusal> failing, IReadOnlyList<KnownDelivery> delivered) =>
        failing.Select(judged => judged.Refusal.Person).Distinct(StringComparer.Ordinal).Count() < FewestPeople
            ? null
            : By(FacetNames.UpperCase, failing, delivered, refusal => Yes(refusal.HasUpperCase), delivery => delivery.HasUpperCase is { } upper ? Yes(upper) : null)
                ?? By(FacetNames.SenderPool, failing, delivered, refusal => refusal.Pool, delivery => delivery.Pool)
                ?? By(FacetNames.RemoteIp, failing, delivered, refusal => refusal.Endpoint.Ip?.ToString(), delivery => delivery.RemoteIp?.ToString())
                ?? By(FacetNames.RecipientDomain, failing, delivered, refusal => refusal.Domain.Value, delivery => delivery.Domain.Value);

    private static Separation? By(
        string facet, IReadOnlyList<JudgedRefusal> failing, IReadOnlyList<KnownDelivery> delivered, Func<KnownRefusal, string?> failed, Func<KnownDelivery, string?> took)
    {
        var values = failing.Select(judged => failed(judged.Refusal)).Distinct().ToList();
        var others = delivered.Where(row => took(row) is not null).ToList();
        return values is [{ } only] && others.Count > 0 && others.TrueForAll(row => took(row) != only) && others.Sum(row => row.Count) >= FewestDeliveries
            ? new(facet, only)
            : null;
    }

    private static string Yes(bool value) => value ? "true" : "false";
}
