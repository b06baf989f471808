using System.Net;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>The zone above and the zone itself name the same servers (RFC 1034 §4.2.2).</summary>
internal static class DelegationChecks
{
    private static readonly HealthRule Rule = new("delegation", CheckArea.Dns, "The zone above names the same servers and addresses", "RFC 1034 §4.2.2");

    public static Judged Find(Examined examined)
    {
        var asked = examined.Facts.Delegations;
        var referrals = asked.Where(one => one.State == DelegationState.Referral).ToList();
        var own = OwnNames(examined);
        List<string> faults = [.. referrals.SelectMany(one => NameFaults(one, own)).Distinct(), .. referrals.SelectMany(one => GlueFaults(one, examined)).Distinct(), .. asked.Where(one => one.State == DelegationState.NotDelegated).Select(one => $"{one.Server}, which serves {one.Parent}, knows no servers of the domain.")];
        return asked.Count == 0 ? Rule.NotApplicable("The servers of the zone above were not asked.")
            : faults.Count > 0 ? Rule.Warn(Advice.Of("What the zone above says of the name servers is not what the zone says.", "Resolvers begin with the servers above: those that are gone cost time or answer with old records, and new ones get no questions.",
                "Give the registrar the names and addresses that the zone has today.", "Correct the NS records of the zone where they are the old ones."), faults)
            : referrals.Count == 0 ? (asked.All(one => one.State == DelegationState.SameServer) ? Rule.NotApplicable("The servers of the zone above serve the domain too.") : Rule.Unknown("No server of the zone above answered."))
            : own.Count == 0 ? Rule.Unknown("The NS records of the zone were not answered.")
            : Rule.Pass([.. referrals.Select(one => $"{one.Server}: {string.Join(", ", one.Names)}")]);
    }

    // What the servers say themselves counts; a resolver may hold what the zone above said.
    private static HashSet<string> OwnNames(Examined examined)
    {
        var said = examined.Facts.NameServers.SelectMany(server => server.Answers).Where(answer => answer.Type == RecordType.Ns && answer.State == DnsState.Found && answer.Name == examined.Domain).SelectMany(answer => answer.Records).ToList();
        return new HashSet<string>(said.Count > 0 ? said : examined.Ask(examined.Domain, RecordType.Ns).Records, StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> NameFaults(DelegationFact referral, HashSet<string> own) => own.Count == 0 ? [] :
    [
        .. referral.Names.Where(name => !own.Contains(name)).Select(name => $"{name} stands in {referral.Parent} and not in the zone."),
        .. own.Where(name => !referral.Names.Contains(name, StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).Select(name => $"{name} stands in the zone and not in {referral.Parent}."),
    ];

    // Glue that is left out is no fault, for not all of it fits; glue that leads elsewhere is.
    private static IEnumerable<string> GlueFaults(DelegationFact referral, Examined examined)
    {
        foreach (var glue in referral.Glue)
        {
            var real = examined.Ask(glue.Name, SenderNames.AddressType(glue.Address));
            if (real.State != DnsState.Unknown && !real.Records.Any(text => IPAddress.TryParse(text, out var address) && address.Equals(glue.Address)))
                yield return $"{referral.Parent} gives {glue.Address} for {glue.Name}, which has {(real.Records.Count > 0 ? string.Join(", ", real.Records) : "no such address")}.";
        }
    }
}
