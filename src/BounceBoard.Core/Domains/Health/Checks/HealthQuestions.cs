using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Spf;
using BounceBoard.Core.Domains.Spf.Survey;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Every question whose answer a check looks at, as far as it follows from what is known.</summary>
internal static class HealthQuestions
{
    /// <summary>Hosts followed from one set; whoever publishes more only keeps others busy.</summary>
    private const int MostHosts = 20;

    private static readonly RecordType[] OfDomain =
        [RecordType.Txt, RecordType.Mx, RecordType.A, RecordType.Aaaa, RecordType.Ns, RecordType.Soa, RecordType.Caa, RecordType.Ds, RecordType.Spf];

    public static IEnumerable<RecordQuestion> Of(DomainFacts facts)
    {
        var domain = facts.Domain.Value;
        var servers = facts.Dns.Find(domain, RecordType.Ns)?.Records ?? [];
        return
        [
            .. OfDomain.Select(type => new RecordQuestion(domain, type)),
            .. new[] { $"_mta-sts.{domain}", $"_smtp._tls.{domain}", $"default._bimi.{domain}", KeyName.Parent(domain), AdspCheck.NameOf(domain), WildcardCheck.NameOf(domain) }.Select(Txt),
            .. TreeWalk.NamesFor(domain).Select(name => Txt(TreeWalk.RecordName(name))),
            .. facts.Selectors.Select(selector => Txt(KeyName.Of(selector.Selector, domain))),
            .. SpfSurvey.Of(domain, facts.Dns).Missing,
            .. MailRoute.Of(domain, facts.Dns).Hosts.Where(host => TargetName.CanExist(host)).Take(MostHosts).SelectMany(host => OfExchange(host, facts.Dns)),
            .. servers.Where(host => TargetName.CanExist(host)).Take(MostHosts).SelectMany(OfHost),
            .. facts.SendingHosts.SelectMany(host => OfSender(host, facts.Dns)),
            .. OfReceivers(domain, facts.Dns),
            .. LinkTargets.Questions(facts),
            .. CaaQuestions.Of(domain, facts.Dns),
            .. SeenNames.SpfNamesOf(domain, facts.SeenSenders, facts.SendingHosts, facts.SeenHelos).SelectMany(name => SpfSurvey.Of(name, facts.Dns).Missing),
            .. SeenNames.WalksOf(domain, facts.SeenSenders).SelectMany(TreeWalk.NamesFor).Select(name => Txt(TreeWalk.RecordName(name))),
        ];
    }

    private static IEnumerable<RecordQuestion> OfExchange(string host, IDnsSnapshot dns) =>
    [
        .. OfHost(host), new(host, RecordType.Cname), new($"_25._tcp.{host}", RecordType.Tlsa), .. MxChecks.AddressesOf(host, dns).Select(SenderNames.Reverse),
    ];

    private static IEnumerable<RecordQuestion> OfHost(string host) => [new(host, RecordType.A), new(host, RecordType.Aaaa)];

    private static IEnumerable<RecordQuestion> OfSender(SendingHost host, IDnsSnapshot dns)
    {
        var address = SenderNames.AddressType(host.Address);
        yield return SenderNames.Reverse(host.Address);
        foreach (var name in SenderNames.Confirmable(host.Address, dns))
        {
            yield return new RecordQuestion(name, address);
        }
        if (host.Helo is { } helo && TargetName.IsQualified(helo))
        {
            yield return new RecordQuestion(TargetName.WithoutRootDot(helo), address);
        }
    }

    // A host of another organization must agree (RFC 9990 §4), and every host must take mail at all.
    private static IEnumerable<RecordQuestion> OfReceivers(string domain, IDnsSnapshot dns)
    {
        var discovery = PolicyDiscovery.For(domain, dns);
        if (discovery is not { Record: { } record, PolicyDomain: { } policyDomain })
        {
            return [];
        }
        var hosts = ReportReceivers.HostsOf(record).Where(host => TargetName.CanExist(host)).Take(MostHosts).ToList();
        return
        [
            .. hosts.Where(host => host != policyDomain).SelectMany(host =>
                TreeWalk.NamesFor(host).Select(name => Txt(TreeWalk.RecordName(name))).Append(Txt(ExternalReports.NameFor(policyDomain, host)))),
            .. hosts.Select(host => new RecordQuestion(host, RecordType.Mx)),
            .. hosts.Where(host => dns.Find(host, RecordType.Mx) is { State: DnsState.Absent }).SelectMany(OfHost),
        ];
    }

    private static RecordQuestion Txt(string name) => new(name, RecordType.Txt);
}
