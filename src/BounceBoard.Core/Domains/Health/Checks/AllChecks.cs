using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Every check, in the order of the page.</summary>
internal static class AllChecks
{
    public static IEnumerable<Judged> Find(Examined examined, DomainProfile profile) => profile switch
    {
        DomainProfile.Sending => [],
        DomainProfile.Parked => ParkedChecks.Find(examined),
    };
}
