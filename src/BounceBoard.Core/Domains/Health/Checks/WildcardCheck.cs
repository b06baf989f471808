using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>A wildcard answers for every name that is not there, the names of policies too (RFC 4592 §2.2).</summary>
internal static class WildcardCheck
{
    private static readonly HealthRule Rule = new("wildcard-txt", CheckArea.Dns, "No wildcard answers in the place of a policy", "RFC 4592 §2.2");

    /// <summary>A name that nobody publishes; what is answered for it comes from a wildcard.</summary>
    public static string NameOf(string domain) => $"_no-such-name.{domain}";

    public static Judged Find(Examined examined)
    {
        var wild = examined.Txt(NameOf(examined.Domain));
        if (wild.State != DnsState.Found)
        {
            return wild.State == DnsState.Unknown ? Rule.Unknown(Examined.Unanswered(wild)) : Rule.NotApplicable("There is no wildcard TXT record.");
        }
        var shadowed = Places(examined.Domain).Select(examined.Txt).Where(answer => answer.State == DnsState.Found && answer.Records.SequenceEqual(wild.Records)).Select(answer => answer.Name).ToList();
        List<string> evidence = [.. wild.Records.Select(text => $"*.{examined.Domain}: {text}"), .. shadowed.Select(name => $"{name}: the same.")];
        return shadowed.Count == 0 ? Rule.Pass(evidence)
            : Rule.Warn(Advice.Of("The wildcard answers for names where a policy would stand.", "Whoever looks for the policy finds a text that is none: some senders treat that as a fault of the domain, and the name seems to exist.",
                "Delete the wildcard TXT record and give each host that needs one its own.", "Or publish the policies that are missing: a name with a record of its own is not answered by the wildcard."), evidence);
    }

    private static IEnumerable<string> Places(string domain) => [TreeWalk.RecordName(domain), $"_mta-sts.{domain}", $"_smtp._tls.{domain}", $"default._bimi.{domain}", KeyName.Parent(domain)];
}
