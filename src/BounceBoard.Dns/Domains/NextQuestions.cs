using System.Net;
using System.Net.Sockets;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Domains.Spf.Survey;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Dns.Domains;

/// <summary>What the answers so far lead to.</summary>
internal static class NextQuestions
{
    /// <summary>Hosts followed from one MX or NS set.</summary>
    private const int MostHosts = 20;

    /// <summary>Names followed from one reverse record; a PTR set of thousands exists in the wild.</summary>
    private const int MostNames = 4;

    private const int MostAddresses = 40;

    public static IEnumerable<RecordQuestion> After(ExamSubject subject, IDnsSnapshot answers)
    {
        var domain = subject.Domain.Value;
        var policy = PolicyDiscovery.For(domain, answers);
        return [
            .. SpfSurvey.Of(domain, answers).Missing,
            .. SeenNames.SpfNamesOf(domain, subject.SeenSenders, subject.SendingHosts, subject.SeenHelos).SelectMany(name => SpfSurvey.Of(name, answers).Missing),
            .. policy.Missing,
            .. Reports(domain, policy),
            .. MailHosts(domain, answers),
            .. Records(answers, domain, RecordType.Ns).Take(MostHosts).SelectMany(HostQuestions),
            .. subject.SendingHosts.SelectMany(host => ForwardNames(PlainAddress.Of(host.Address), answers)),
        ];
    }

    /// <summary>Hosts of the MX set, the null MX left out (RFC 7505); the domain itself where there is none (RFC 5321 §5.1).</summary>
    public static IReadOnlyList<string> MailHostsOf(RecordAnswer? exchanges) => exchanges is { State: DnsState.Absent }
        ? [exchanges.Name]
        : [.. (exchanges?.Records ?? []).Select(record => record[(record.IndexOf(' ', StringComparison.Ordinal) + 1)..])
            .Where(host => host != ".").Distinct(StringComparer.OrdinalIgnoreCase).Take(MostHosts)];

    private static IEnumerable<RecordQuestion> MailHosts(string domain, IDnsSnapshot answers)
    {
        var hosts = MailHostsOf(answers.Find(domain, RecordType.Mx));
        var addresses = hosts.SelectMany(host => Records(answers, host, RecordType.A).Concat(Records(answers, host, RecordType.Aaaa)));
        return [
            .. hosts.SelectMany(HostQuestions),
            .. hosts.Select(host => new RecordQuestion($"_25._tcp.{host}", RecordType.Tlsa)),
            .. addresses.Take(MostAddresses).Select(address => new RecordQuestion(ReverseName.Of(IPAddress.Parse(address)), RecordType.Ptr)),
        ];
    }

    // Whether the name is an alias cannot be told from the addresses, which are the target's (RFC 2181 §10.3 forbids it).
    private static IEnumerable<RecordQuestion> HostQuestions(string host) => [new(host, RecordType.A), new(host, RecordType.Aaaa), new(host, RecordType.Cname)];

    // Anybody may write any name into a PTR record; it proves something only when the name leads back (RFC 8601 §2.7.3).
    private static IEnumerable<RecordQuestion> ForwardNames(IPAddress address, IDnsSnapshot answers)
    {
        var forward = address.AddressFamily == AddressFamily.InterNetwork ? RecordType.A : RecordType.Aaaa;
        return Records(answers, ReverseName.Of(address), RecordType.Ptr).Take(MostNames).Select(name => new RecordQuestion(name, forward));
    }

    // A host of another organization must agree (RFC 9990 §4), and must take mail at all.
    private static IEnumerable<RecordQuestion> Reports(string domain, PolicyDiscovery policy) =>
        policy.Record is not { } record || policy.PolicyDomain is not { } at ? [] :
            record.AggregateReports.Concat(record.FailureReports).Select(uri => uri.Host).OfType<string>()
                .Where(host => host != domain).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostHosts)
                .SelectMany(host => new[]
                {
                    new RecordQuestion(ExternalReports.NameFor(at, host), RecordType.Txt), new RecordQuestion(host, RecordType.Mx),
                }.Concat(TreeWalk.NamesFor(host).Select(name => new RecordQuestion(TreeWalk.RecordName(name), RecordType.Txt))));

    private static IReadOnlyList<string> Records(IDnsSnapshot answers, string name, RecordType type) => answers.Find(name, type)?.Records ?? [];
}
