using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Checks of a domain that is meant to send nothing.</summary>
internal static class ParkedChecks
{
    private const string NobodySends = "v=spf1 -all";

    /// <summary>Parked when the tenant says so, or when the records do: SPF lets nobody send and the null MX receives nothing.</summary>
    public static DomainProfile ProfileOf(Examined examined) =>
        examined.Facts.Profile == DomainProfile.Parked || (IsSilent(examined) && examined.Route.IsNull) ? DomainProfile.Parked : DomainProfile.Sending;

    private static bool IsSilent(Examined examined) => string.Equals(examined.Spf.Record?.Text.Trim(), NobodySends, StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<Judged> Find(Examined examined) => [];
}
