using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Every check, in the order of the page.</summary>
internal static class AllChecks
{
    public static IEnumerable<Judged> Find(Examined examined, DomainProfile profile) => profile switch
    {
        DomainProfile.Sending =>
        [
            .. SpfChecks.Find(examined), .. DkimChecks.Find(examined), .. DmarcChecks.Find(examined), .. MailSeenChecks.Find(examined), .. MxChecks.Find(examined), .. MailHostChecks.Find(examined),
            .. TransportChecks.Find(examined), .. SendingChecks.Find(examined), .. BlocklistChecks.Find(examined), .. DnsChecks.Find(examined), .. BimiChecks.Find(examined),
            .. RegistrationChecks.Find(examined), .. KeyAgeChecks.Find(examined), .. CaaIssuerChecks.Find(examined),
            .. SeenSenderChecks.Find(examined),
        ],
        DomainProfile.Parked => [.. ParkedChecks.Find(examined), .. RegistrationChecks.Find(examined)],
    };
}
