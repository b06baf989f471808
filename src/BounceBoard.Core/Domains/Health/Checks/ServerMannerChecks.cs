using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>How the name servers behave besides what they answer.</summary>
internal static class ServerMannerChecks
{
    private static readonly HealthRule Edns = new("name-server-edns", CheckArea.Dns, "The name servers know EDNS", "RFC 6891 §6.1.1");
    private static readonly HealthRule Tcp = new("name-server-tcp", CheckArea.Dns, "The name servers answer over TCP", "RFC 7766 §5");
    private static readonly HealthRule Transfer = new("zone-transfer", CheckArea.Dns, "The whole zone is not given to strangers", "RFC 5936 §5");
    private static readonly HealthRule Recursion = new("open-recursion", CheckArea.Dns, "The name servers look up no foreign names", "RFC 5358 §4");

    public static IEnumerable<Judged> Find(Examined examined) =>
    [
        Of(Edns, examined, server => server.KnowsEdns, Advice.Of("A name server ignores EDNS.", "It can send no answer above 512 octets and no signatures; resolvers lose time or get none at all.", "Update the server, or the firewall in front of it.")),
        Of(Tcp, examined, server => server.AnswersTcp, Advice.Of("A name server refuses TCP.", "Large answers, as long SPF and DKIM records make them, need it: receivers that fall back on TCP get nothing.", "Open TCP port 53 on the server and in the firewall.")),
        Of(Transfer, examined, server => !server.GivesZone, Advice.Of("A name server hands the whole zone to whoever asks.", "Every host name is shown to those who look for a weak one.", "Allow transfers only to the addresses of the secondaries, best with TSIG.")),
        Of(Recursion, examined, server => !server.IsOpenResolver, Advice.Of("A name server of the domain looks up foreign names for this house.", "Open to everybody, it is used to flood others, and forged answers can be planted in its memory.",
            "Switch recursion off on servers that speak for zones.", "If this house is in a network that may ask it, that can stay.")),
    ];

    // One server that is known to misbehave is enough; that all are well is said only of those that answered.
    private static Judged Of(HealthRule rule, Examined examined, Func<NameServerFact, bool?> isGood, HealthAdvice advice)
    {
        var servers = examined.Facts.NameServers.Where(server => server.Answers.Count > 0).Select(server => (server.Name, server.Address, IsGood: isGood(server))).ToList();
        var bad = servers.Where(server => server.IsGood == false).ToList();
        var known = servers.Count(server => server.IsGood is not null);
        return servers.Count == 0 ? rule.NotApplicable("The name servers were not asked.")
            : bad.Count > 0 ? rule.Warn(advice, [.. bad.Select(server => $"{server.Name} [{server.Address}]")])
            : known == 0 ? rule.Unknown("No name server gave an answer to this.")
            : rule.Pass($"{known} of {servers.Count} servers answered.");
    }
}
