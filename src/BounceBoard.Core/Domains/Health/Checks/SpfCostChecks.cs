using BounceBoard.Core.Domains.Health.Scoring;
using BounceBoard.Core.Domains.Spf.Survey;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>What a check of the record costs, against what is allowed and against what leaves room for one provider more.</summary>
internal static class SpfCostChecks
{
    private const int RoomyLookups = 8;
    private const int MostLookups = 10;
    private const int MostVoid = 2;

    /// <summary>Each of the three is a third of the points for headroom.</summary>
    private const double Third = 1.0 / 3;

    private static readonly HealthRule Lookups = new("spf-lookups", CheckArea.Spf, "SPF asks DNS at most ten times, with room left", "RFC 7208 §4.6.4");
    private static readonly HealthRule Voids = new("spf-void", CheckArea.Spf, "At most two look-ups find nothing, with room left", "RFC 7208 §4.6.4");
    private static readonly HealthRule Size = new("spf-size", CheckArea.Spf, "The record fits into one answer", "RFC 7208 §3.4");

    public static int Faults(Examined examined) => (examined.Spf.Lookups > MostLookups ? 1 : 0) + (examined.Spf.VoidLookups > MostVoid ? 1 : 0);

    public static IEnumerable<Judged> Find(Examined examined) => [LookupsOf(examined), VoidsOf(examined), SizeOf(examined)];

    private static Judged LookupsOf(Examined examined)
    {
        var count = examined.Spf.Lookups;
        var words = $"{count} of {MostLookups} look-ups.";
        return count > MostLookups ? Broken(Lookups.Fail(SpfAdvice.For(SpfFindingKind.TooManyLookups, examined), ["Receivers answer permerror because of this.", words]), examined)
            : count > RoomyLookups ? Lookups.Warn(SpfAdvice.For(SpfFindingKind.ManyLookups, examined), words).Holding(Part.SpfHeadroom, Third)
            : SpfFaultChecks.IsOpen(examined) ? Lookups.Unknown($"At least {words}", "Not every record that it leads to was answered.").Holding(Part.SpfHeadroom, Third)
            : Lookups.Pass(words).Holding(Part.SpfHeadroom, Third);
    }

    private static Judged VoidsOf(Examined examined)
    {
        var count = examined.Spf.VoidLookups;
        List<string> words = [$"{count} of {MostVoid} look-ups that find nothing.", .. examined.Spf.Ipv6VoidLookups > MostVoid ? [$"{examined.Spf.Ipv6VoidLookups} for a client with an IPv6 address."] : Array.Empty<string>()];
        return count > MostVoid ? Broken(Voids.Fail(SpfAdvice.For(SpfFindingKind.TooManyVoidLookups, examined), ["Receivers answer permerror because of this.", .. words]), examined)
            : count == MostVoid ? Voids.Warn(SpfAdvice.For(SpfFindingKind.VoidLookups, examined), words).Holding(Part.SpfHeadroom, Third)
            : SpfFaultChecks.IsOpen(examined) ? Voids.Unknown(words).Holding(Part.SpfHeadroom, Third)
            : count == 1 || examined.Spf.Ipv6VoidLookups > MostVoid ? Voids.Warn(SpfAdvice.For(SpfFindingKind.VoidLookups, examined), words).Holding(Part.SpfHeadroom, Third, 1)
            : Voids.Pass(words).Holding(Part.SpfHeadroom, Third);
    }

    private static Judged SizeOf(Examined examined)
    {
        var own = examined.Spf.Findings.Where(finding => finding.Kind == SpfFindingKind.LongRecord && SpfTerms.IsOwn(finding.Domain, examined.Domain)).ToList();
        var words = $"{examined.Spf.Record?.Text.Length ?? 0} octets.";
        return (own.Count > 0 ? Size.Warn(SpfAdvice.For(SpfFindingKind.LongRecord, examined), [.. own.Select(SpfFaultChecks.TextOf)]) : Size.Pass(words)).Holding(Part.SpfHeadroom, Third);
    }

    private static Judged Broken(Judged judged, Examined examined) =>
        judged.Holding(Part.SpfHeadroom, Third).Holding(Part.Spf, SpfFaultChecks.ShareOfOne(examined)) with { Cap = CapId.SpfPermerror };
}
