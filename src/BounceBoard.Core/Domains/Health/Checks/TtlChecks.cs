using System.Globalization;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>How long others remember the records. Only what the name servers say themselves counts: a resolver counts down.</summary>
internal static class TtlChecks
{
    private const int Longest = 86_400;
    private const int Shortest = 60;

    private static readonly HealthRule Rule = new("ttl", CheckArea.Dns, "Records are remembered for a minute to a day", "RFC 1912 §2.2, judgement");

    public static Judged Find(Examined examined)
    {
        var said = examined.Facts.NameServers.SelectMany(server => server.Answers).Where(answer => answer.State == DnsState.Found && answer.Ttl is not null)
            .Select(answer => (answer.Name, Type: answer.Type.ToString().ToUpperInvariant(), Ttl: answer.Ttl ?? 0)).Distinct().ToList();
        List<string> odd = [.. said.Where(one => one.Ttl is > Longest or < Shortest).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Name} {one.Type}: {one.Ttl} s."))];
        return said.Count == 0 ? Rule.NotApplicable("The name servers were not asked.")
            : odd.Count == 0 ? Rule.Pass(string.Create(CultureInfo.InvariantCulture, $"{said.Min(one => one.Ttl)} to {said.Max(one => one.Ttl)} s."))
            : Rule.Warn(Advice.Of("A record is remembered for very long or very short.", "Above a day a mistake stays with receivers for as long; under a minute every message asks again, and a short outage of the servers is an outage of the mail.",
                "Set the time to live to an hour. Before a planned change, lower it to five minutes a day ahead."), odd);
    }
}
