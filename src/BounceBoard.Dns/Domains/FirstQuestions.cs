using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Dns.Domains;

/// <summary>What can be asked of a domain before any answer is known.</summary>
internal static class FirstQuestions
{
    private static readonly RecordType[] OfTheDomain =
        [RecordType.Txt, RecordType.Mx, RecordType.Ns, RecordType.Soa, RecordType.A, RecordType.Aaaa, RecordType.Caa, RecordType.Ds];

    private static readonly string[] TextBelow = ["_mta-sts", "_smtp._tls", "default._bimi", "_domainkey"];

    public static IEnumerable<RecordQuestion> For(ExamSubject subject)
    {
        var domain = subject.Domain.Value;
        return [
            .. OfTheDomain.Select(type => new RecordQuestion(domain, type)),
            .. TreeWalk.NamesFor(domain).Select(name => Text(TreeWalk.RecordName(name))),
            // Where the zone of a subdomain is cut, and which CAA speaks for it, is said above it (RFC 8659 §3).
            .. Above(domain).SelectMany(parent => new[] { new RecordQuestion(parent, RecordType.Ns), new RecordQuestion(parent, RecordType.Caa) }),
            .. TextBelow.Select(label => Text($"{label}.{domain}")),
            new($"mta-sts.{domain}", RecordType.A), new($"mta-sts.{domain}", RecordType.Aaaa), new($"mta-sts.{domain}", RecordType.Caa),
            .. subject.Selectors.Select(selector => Text($"{selector.Selector}._domainkey.{domain}")),
            .. subject.SendingHosts.Select(host => new RecordQuestion(ReverseName.Of(PlainAddress.Of(host.Address)), RecordType.Ptr)),
            .. subject.SendingHosts.Select(host => host.Helo?.TrimEnd('.')).OfType<string>().SelectMany(
                helo => new[] { new RecordQuestion(helo, RecordType.A), new RecordQuestion(helo, RecordType.Aaaa), Text(helo) }),
            .. SeenNames.WalksOf(domain, subject.SeenSenders).SelectMany(TreeWalk.NamesFor).Distinct().Select(name => Text(TreeWalk.RecordName(name))),
        ];
    }

    /// <summary>The names above, down to two labels: a top-level domain has nothing to say about anybody's mail.</summary>
    public static IEnumerable<string> Above(string domain)
    {
        for (var dot = domain.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = domain.IndexOf('.', StringComparison.Ordinal))
        {
            domain = domain[(dot + 1)..];
            if (domain.Contains('.', StringComparison.Ordinal))
                yield return domain;
        }
    }

    private static RecordQuestion Text(string name) => new(name, RecordType.Txt);
}
