using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Cli.Domains;

/// <summary>What is to be said of the name itself before anything of its mail.</summary>
internal static class CheckedName
{
    /// <returns>False when DNS says that there is no such name and nothing below it (NXDOMAIN, RFC 8020); null when DNS did not answer.</returns>
    public static bool? Exists(DomainFacts facts) => facts.Dns.Find(facts.Domain.Value, RecordType.A) switch
    {
        null or { State: DnsState.Unknown } => null,
        { Rcode: "NXDOMAIN" } => false,
        _ => true,
    };

    /// <summary>Sentences for a person; none for an ordinary domain.</summary>
    public static IEnumerable<string> Notes(DomainFacts facts)
    {
        if (Exists(facts) == false)
        {
            yield return $"There is no such domain: DNS answers NXDOMAIN for {facts.Domain.Value}. What follows is what receivers make of mail in its name.";
        }
        if (OrganizationalDomain.IsPublicSuffix(facts.Domain))
        {
            yield return "This is a public suffix, under which others register their names; its records are not theirs.";
        }
    }
}
