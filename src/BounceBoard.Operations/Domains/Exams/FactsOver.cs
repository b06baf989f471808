using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Lays fresh answers of DNS over the last whole examination: what was not asked again stands as it was found then.</summary>
internal static class FactsOver
{
    public static DomainFacts Lay(DomainFacts fresh, DomainFacts last)
    {
        if (fresh.Dns is not DnsSnapshot answers || last.Dns is not DnsSnapshot before)
        {
            return fresh;
        }
        var asked = fresh.Selectors.Select(selector => selector.Selector).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return fresh with
        {
            Dns = DnsSnapshot.Of(before.Answers.Concat(answers.Answers)),
            Selectors = [.. fresh.Selectors, .. last.Selectors.Where(selector => !asked.Contains(selector.Selector))],
            MailHosts = last.MailHosts,
            MtaStsPolicy = last.MtaStsPolicy,
            NameServers = last.NameServers,
            Delegations = last.Delegations,
            Blocklists = last.Blocklists,
            Reports = fresh.Reports ?? last.Reports,
            Registration = last.Registration,
            Bimi = last.Bimi,
        };
    }

    /// <summary>Selectors at which a key was found.</summary>
    public static IEnumerable<string> LiveSelectors(DomainFacts facts) => facts.Selectors
        .Where(selector => facts.Dns.Find($"{selector.Selector}._domainkey.{facts.Domain}", RecordType.Txt)?.State == DnsState.Found)
        .Select(selector => selector.Selector);
}
