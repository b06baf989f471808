using System.Globalization;
using System.Net.Sockets;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Whether the addresses of one MX host answer, by the way to them.</summary>
internal static class HostAddressChecks
{
    private static readonly HealthRule Reachable = new("mx-reachable", CheckArea.Mx, "The MX host answers on port 25", "RFC 5321 §4.2");
    private static readonly HealthRule Ipv6 = new("mx-ipv6", CheckArea.Mx, "The MX host answers over IPv6 where it says so", "RFC 5321 §5.2");

    private static readonly HealthAdvice Away = Advice.Of("An address of the MX host does not answer.", "Mail waits at the senders or is lost.", "Start the server or open port 25.", "Remove the address from DNS if it is gone.");
    private static readonly HealthAdvice Away6 = Advice.Of("The MX host has an IPv6 address that does not answer.", "Senders with IPv6 try it first and lose time; some do not try the other.", "Let the server listen on IPv6 and open port 25 there, or remove the AAAA record.");

    /// <summary>For a host of which no address answers.</summary>
    public static Judged Dark(HostTalk talk) => Reachable.Fail(Away, Silent(talk.Failed));

    public static IEnumerable<Judged> Of(HostTalk talk, Examined examined)
    {
        List<MailHostFact> silent = [.. talk.Failed.Where(fact => !IsSix(fact))];
        return [silent.Count > 0 ? Reachable.Warn(Away, Silent(silent)) : Reachable.Pass([.. talk.Reached.Select(Greeted)]), Ipv6Of(talk, examined)];
    }

    private static Judged Ipv6Of(HostTalk talk, Examined examined)
    {
        var answer = examined.Ask(talk.Host, RecordType.Aaaa);
        List<MailHostFact> failed = [.. talk.Failed.Where(IsSix)];
        List<MailHostFact> reached = [.. talk.Reached.Where(IsSix)];
        return answer.State switch
        {
            DnsState.Absent => Ipv6.NotApplicable($"{talk.Host} has no IPv6 address."),
            DnsState.Unknown => Ipv6.Unknown(Examined.Unanswered(answer)),
            DnsState.Found => failed.Count > 0 ? Ipv6.Warn(Away6, Silent(failed))
                : reached.Count > 0 ? Ipv6.Pass([.. reached.Select(Greeted)])
                : Ipv6.Unknown([.. Silent([.. examined.Facts.MailHosts.Where(fact => fact.Host.Value == talk.Host && IsSix(fact))]), "It was not tried from here."]),
        };
    }

    private static bool IsSix(MailHostFact fact) => fact.Address.AddressFamily == AddressFamily.InterNetworkV6;

    private static List<string> Silent(IReadOnlyList<MailHostFact> facts) => [.. facts.Select(fact => $"{HostTalk.Where(fact)}: {fact.Problem}")];

    private static string Greeted(MailHostFact fact) =>
        fact.GreetingAfter is { } after ? string.Create(CultureInfo.InvariantCulture, $"{HostTalk.Where(fact)}: greeting after {after.TotalMilliseconds:0} ms") : HostTalk.Where(fact);
}
