using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Incidents.Facets;

namespace BounceBoard.Core.Verdicts.Gathering;

/// <summary>What recipients who failed over the same path in the same episode have in common.</summary>
internal sealed class Surroundings
{
    private static readonly TimeSpan Settling = TimeSpan.FromHours(1);

    // Others deliver at the same time, give or take half an hour.
    private static readonly TimeSpan Meanwhile = TimeSpan.FromMinutes(30);

    public Surroundings(JudgedRefusal judged, Outage? outage, Episode episode, bool isWrong, TenantEvidence tenant, DateTimeOffset now)
    {
        var pool = judged.Refusal.Pool;
        Episode = episode;
        Path = tenant.OverThePathOf(judged);
        // A recipient whom a test did not reach says nothing against those whom it did: the batch's own stop rule weighs them.
        LastOverPath = episode.Refusals.Where(other => other.Refusal.Pool == pool && !other.Refusal.IsControlledRetry).Select(other => other.Refusal.At).DefaultIfEmpty(judged.Refusal.At).Max();
        ExplainedBy = Explain(judged, outage, episode, tenant, now);
        var isMixed = RouteMix.IsMixed(episode, judged.Refusal, Path);
        // A pool that was refused delivers again only after its last refusal.
        // Where only hours are counted, what others delivered in the hour of the first refusal stands at its start.
        var meanwhile = tenant.Counted is null ? episode.Since : ScopeHours.StartOf(episode.Since);
        During = ByPool(Path.Where(row => row.Pool == pool
            ? row.At >= episode.Since && row.At <= episode.LastAt
            : row.At >= meanwhile && row.At <= episode.LastAt + Meanwhile));
        Since = ByPool(Path.Where(row => row.At > LastOverPath && Proves(row, judged, isMixed, isWrong)));
        Named = [.. Path.Where(row => row.Person is not null)];
        Tests = [.. Path.Where(row => row.IsControlledRetry && row.At > LastOverPath)];
    }

    public Episode Episode { get; }

    /// <summary>Deliveries over the same path, oldest first.</summary>
    public IReadOnlyList<KnownDelivery> Path { get; }

    public DateTimeOffset LastOverPath { get; }

    public Separation? ExplainedBy { get; }

    public IReadOnlyDictionary<string, long> During { get; }

    public IReadOnlyDictionary<string, long> Since { get; }

    /// <summary>Deliveries whose recipient is known.</summary>
    public IReadOnlyList<KnownDelivery> Named { get; }

    /// <summary>Controlled retries that were delivered after the last refusal.</summary>
    public IReadOnlyList<KnownDelivery> Tests { get; }

    public static IReadOnlyDictionary<string, long> ByPool(IEnumerable<KnownDelivery> rows) =>
        rows.GroupBy(row => row.Pool ?? "", StringComparer.Ordinal).ToDictionary(pool => pool.Key, pool => pool.Sum(row => row.Count), StringComparer.Ordinal);

    private static Separation? Explain(JudgedRefusal judged, Outage? outage, Episode episode, TenantEvidence tenant, DateTimeOffset now)
    {
        var (from, until) = outage is not null ? (outage.Since, outage.StoppedAt ?? now) : (episode.Since, episode.LastAt + Settling);
        return Separation.Find(
            [.. Outages.Eligible(tenant.OfIncident(judged.Fingerprint)).Where(other => other.Refusal.At >= from && other.Refusal.At <= until)],
            [.. tenant.DeliveredAt(ScopeKey.Of(judged.Fingerprint)).Where(row => row.At >= ScopeHours.StartOf(from) && row.At < until)]);
    }

    // Where capital letters alone fail, deliveries without them prove nothing; nor does a pool that gets through by another way all the time, nor
    // what the wrong server took.
    private bool Proves(KnownDelivery row, JudgedRefusal judged, bool isMixed, bool isWrong) =>
        (ExplainedBy?.Facet != FacetNames.UpperCase || row.HasUpperCase == true)
        && !(isWrong && TenantEvidence.IsAt(row, judged))
        && (!isMixed || judged.IsOfReceiver || (judged.Then?.Relation == EndpointRelation.OwnRelay && TenantEvidence.IsAt(row, judged)));
}
