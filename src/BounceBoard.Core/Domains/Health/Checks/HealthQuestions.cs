using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Spf;
using BounceBoard.Core.Domains.Spf.Survey;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Every question whose answer a check looks at, as far as it follows from what is known.</summary>
internal static class HealthQuestions
{
    private static readonly RecordType[] OfDomain = [RecordType.Txt, RecordType.Mx, RecordType.A, RecordType.Aaaa, RecordType.Ns, RecordType.Soa, RecordType.Caa];

    public static IEnumerable<RecordQuestion> Of(DomainFacts facts)
    {
        var domain = facts.Domain.Value;
        return
        [
            .. OfDomain.Select(type => new RecordQuestion(domain, type)),
            .. new[] { $"_mta-sts.{domain}", $"_smtp._tls.{domain}", $"default._bimi.{domain}", KeyName.Parent(domain) }.Select(Txt),
            .. TreeWalk.NamesFor(domain).Select(name => Txt(TreeWalk.RecordName(name))),
            .. facts.Selectors.Select(selector => Txt(KeyName.Of(selector.Selector, domain))),
            .. SpfSurvey.Of(domain, facts.Dns).Missing,
            .. MailRoute.Of(domain, facts.Dns).Hosts.Where(host => TargetName.CanExist(host)).SelectMany(OfExchange),
            .. facts.SendingHosts.SelectMany(host => OfSender(host, facts.Dns)),
            .. OfReceivers(domain, facts.Dns),
            .. SeenNames.SpfNamesOf(domain, facts.SeenSenders, facts.SendingHosts, facts.SeenHelos).SelectMany(name => SpfSurvey.Of(name, facts.Dns).Missing),
            .. SeenNames.WalksOf(domain, facts.SeenSenders).SelectMany(TreeWalk.NamesFor).Select(name => Txt(TreeWalk.RecordName(name))),
        ];
    }

    private static IEnumerable<RecordQuestion> OfExchange(string host) =>
        [new(host, RecordType.A), new(host, RecordType.Aaaa), new(host, RecordType.Cname), new($"_25._tcp.{host}", RecordType.Tlsa)];

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

    private static IEnumerable<RecordQuestion> OfReceivers(string domain, IDnsSnapshot dns)
    {
        var discovery = PolicyDiscovery.For(domain, dns);
        if (discovery is not { Record: { } record, PolicyDomain: { } policyDomain })
        {
            yield break;
        }
        foreach (var host in ReportReceivers.HostsOf(record).Where(host => host != policyDomain && TargetName.CanExist(host)))
        {
            foreach (var name in TreeWalk.NamesFor(host))
            {
                yield return Txt(TreeWalk.RecordName(name));
            }
            yield return Txt(ExternalReports.NameFor(policyDomain, host));
        }
    }

    private static RecordQuestion Txt(string name) => new(name, RecordType.Txt);
}
