using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Spf.Survey;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>What the checks of all areas look at: the facts, and what was read out of them once.</summary>
internal sealed class Examined(DomainFacts facts)
{
    public DomainFacts Facts => facts;

    public string Domain { get; } = facts.Domain.Value;

    public SpfSurvey Spf { get; } = SpfSurvey.Of(facts.Domain.Value, facts.Dns);

    public PolicyDiscovery Dmarc { get; } = PolicyDiscovery.For(facts.Domain.Value, facts.Dns);

    public LegacyDiscovery Legacy { get; } = LegacyDiscovery.For(facts.Domain.Value, facts.Dns, ByPublicSuffix);

    public MailRoute Route { get; } = MailRoute.Of(facts.Domain.Value, facts.Dns);

    /// <returns>The answer; one of state Unknown where it was never asked.</returns>
    public RecordAnswer Ask(string name, RecordType type) => facts.Dns.Find(name, type) ?? new RecordAnswer(name, type, DnsState.Unknown, "NOT ASKED", [], null);

    public RecordAnswer Txt(string name) => Ask(name, RecordType.Txt);

    /// <summary>What an answer that is not known was, for evidence.</summary>
    public static string Unanswered(RecordAnswer answer) => $"DNS gave no answer for {answer.Name} {answer.Type.ToString().ToUpperInvariant()} ({answer.Rcode}).";

    private static string ByPublicSuffix(string name) => DomainName.TryParse(name, out var parsed) ? OrganizationalDomain.Of(parsed).Value : name;
}
