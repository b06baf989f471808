using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Health.Scoring;
using BounceBoard.Core.Domains.Spf;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>What one MX host calls itself (RFC 5321 §4.2).</summary>
internal static class BannerChecks
{
    private static readonly HealthRule Rule = new("mx-banner", CheckArea.Mx, "The greeting names the host", "RFC 5321 §4.2");

    public static Judged Of(HostTalk talk, Examined examined)
    {
        var odd = talk.Reached.Where(fact => !fact.Banner.Split(' ')[0].Contains('.', StringComparison.Ordinal)).Select(fact => $"{HostTalk.Where(fact)}: {fact.Banner}").ToList();
        if (odd.Count > 0)
        {
            return Rule.Warn(Advice.Of("The greeting does not begin with a full host name.", "Some senders take it for a broken server.", "Set the server's host name."), odd);
        }
        var known = talk.Reached.Select(fact => (Fact: fact, IsOwn: IsOwnName(fact, examined))).ToList();
        List<string> evidence = [.. known.Select(one => TextOf(one.Fact, examined))];
        return known.Exists(one => one.IsOwn == false) ? Rule.Warn(Advice.Of("The server greets by a name of another organization than its MX record and its address have.", "It costs little while the server only receives; if it also sends, receivers compare the two.", "Set the server's host name to the name in the MX record, and the address's PTR record too."), evidence)
            : known.Exists(one => one.IsOwn is null) ? Rule.Unknown(evidence)
            : Rule.Pass(evidence);
    }

    // One name of the organization is enough: large providers greet by the name of a pool and have another for each address.
    private static bool? IsOwnName(MailHostFact fact, Examined examined)
    {
        if (!DomainName.TryParse(NameOf(fact), out var banner))
        {
            return false;
        }
        var reverse = Reverse(fact, examined);
        return OrganizationalDomain.Same(banner, fact.Host) ? true
            : reverse.State == DnsState.Unknown ? null
            : reverse.Records.Any(name => DomainName.TryParse(TargetName.WithoutRootDot(name), out var parsed) && OrganizationalDomain.Same(banner, parsed));
    }

    private static RecordAnswer Reverse(MailHostFact fact, Examined examined)
    {
        var question = SenderNames.Reverse(fact.Address);
        return examined.Ask(question.Name, question.Type);
    }

    private static string NameOf(MailHostFact fact) => TargetName.WithoutRootDot(fact.Banner.Split(' ')[0]);

    private static string TextOf(MailHostFact fact, Examined examined)
    {
        var reverse = Reverse(fact, examined);
        var names = reverse.State switch
        {
            DnsState.Found => string.Join(", ", reverse.Records.Select(TargetName.WithoutRootDot)),
            DnsState.Absent => "none",
            DnsState.Unknown => "not known",
        };
        return $"{HostTalk.Where(fact)}: greets as {NameOf(fact)}; reverse name {names}";
    }
}
