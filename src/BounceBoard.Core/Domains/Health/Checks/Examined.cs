using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Spf.Survey;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>What the checks of all areas look at: the facts, and what was read out of them once.</summary>
internal sealed class Examined
{
    public Examined(DomainFacts facts)
    {
        var (domain, noting) = (facts.Domain.Value, new NotingDns(facts.Dns));
        (Facts, Domain) = (facts, domain);
        Spf = SpfSurvey.Of(domain, noting);
        IsSpfOpen = noting.HasUnknown;
        Dmarc = PolicyDiscovery.For(domain, facts.Dns);
        Legacy = LegacyDiscovery.For(domain, facts.Dns, ByPublicSuffix);
        Route = MailRoute.Of(domain, facts.Dns);
    }

    public DomainFacts Facts { get; }

    public string Domain { get; }

    public SpfSurvey Spf { get; }

    /// <summary>Something that SPF leads to had no answer: faults and costs may be more than are seen.</summary>
    public bool IsSpfOpen { get; }

    public PolicyDiscovery Dmarc { get; }

    public LegacyDiscovery Legacy { get; }

    public MailRoute Route { get; }

    /// <returns>The answer; one of state Unknown where it was never asked.</returns>
    public RecordAnswer Ask(string name, RecordType type) => Facts.Dns.Find(name, type) ?? new RecordAnswer(name, type, DnsState.Unknown, "NOT ASKED", [], null);

    public RecordAnswer Txt(string name) => Ask(name, RecordType.Txt);

    /// <summary>What an answer that is not known was, for evidence.</summary>
    public static string Unanswered(RecordAnswer answer) => $"DNS gave no answer for {answer.Name} {answer.Type.ToString().ToUpperInvariant()} ({answer.Rcode}).";

    private static string ByPublicSuffix(string name) => DomainName.TryParse(name, out var parsed) ? OrganizationalDomain.Of(parsed).Value : name;
}
