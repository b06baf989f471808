using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>The authoritative servers: several, and all of one mind (RFC 2182 §5, RFC 1912 §2.8).</summary>
internal static class NameServerChecks
{
    private static readonly HealthRule Count = new("name-servers", CheckArea.Dns, "At least two name servers say the same", "RFC 2182 §5");
    private static readonly HealthRule Lame = new("name-server-lame", CheckArea.Dns, "The name server knows the zone", "RFC 1912 §2.8");

    public static IEnumerable<Judged> Find(Examined examined)
    {
        var servers = examined.Facts.NameServers;
        yield return Agreement(examined).Holding(Part.NameServers);
        foreach (var server in servers.Where(server => server.IsAuthoritative == false))
        {
            yield return Lame.Fail(Advice.Of("A name server of the domain does not answer for it.", "Receivers that come to it get no answer, and mail waits.", "Set the zone up on the server, or take the server out at the registrar and in the zone."), $"{server.Name} [{server.Address}]: the answer is not authoritative.").About(server.Name);
        }
    }

    private static Judged Agreement(Examined examined)
    {
        var servers = examined.Facts.NameServers;
        var names = examined.Ask(examined.Domain, RecordType.Ns);
        var known = servers.Select(server => server.Name).Concat(names.Records).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var differences = DifferencesOf(servers);
        var hasAnswered = servers.Where(server => server.Answers.Any(answer => answer.State != DnsState.Unknown)).Select(server => server.Name).Distinct().Count();
        return differences.Count > 0
                ? Count.Fail(Advice.Of("The name servers give different answers.", "Receivers see one or the other by chance: mail passes today and fails tomorrow.", "Reload the zone on every server, and look at the transfer between them.", "Raise the serial number."), differences)
            : known == 1
                ? Count.Warn(Advice.Of("The domain has one name server.", "When it is away, the domain has no mail and no policy.", "Add a second server in another network."), names.Records)
            : known == 0 ? (names.State == DnsState.Absent ? Count.NotApplicable("The name stands in its parent's zone.") : Count.Unknown(Examined.Unanswered(names)))
            : hasAnswered < 2 ? Count.Unknown($"{known} name servers, of which {hasAnswered} answered by themselves.")
            : Count.Pass($"{hasAnswered} name servers say the same.");
    }

    // Of the SOA only the serial number must agree, and it may lag for minutes after a change: it is left out here.
    private static List<string> DifferencesOf(IReadOnlyList<NameServerFact> servers)
    {
        var said = servers.SelectMany(server => server.Answers.Where(answer => answer.State != DnsState.Unknown && answer.Type != RecordType.Soa).Select(answer => (Server: server.Name, Answer: answer)));
        return
        [
            .. said.GroupBy(one => new RecordQuestion(one.Answer.Name, one.Answer.Type))
                .Where(group => group.Select(one => Text(one.Answer)).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1)
                .SelectMany(group => group.GroupBy(one => Text(one.Answer), StringComparer.OrdinalIgnoreCase).Select(same => $"{group.Key.Name} {group.Key.Type.ToString().ToUpperInvariant()} at {string.Join(", ", same.Select(one => one.Server).Distinct())}: {(same.Key.Length > 0 ? same.Key : "none")}")),
        ];
    }

    private static string Text(RecordAnswer answer) => string.Join(" | ", answer.Records.Order(StringComparer.Ordinal));
}
