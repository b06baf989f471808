using BounceBoard.Core.Domains.Dane;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>TLSA records of the MX hosts (RFC 7672); they count only where DNSSEC validates them.</summary>
internal static class DaneChecks
{
    private static readonly HealthRule Rule = new("dane", CheckArea.Transport, "The TLSA records of the MX host match its certificate", "RFC 7672 §3.1");

    public static IEnumerable<Judged> Find(Examined examined) => HostTalk.AllOf(examined).Select(talk => Judge(talk, examined).About(talk.Host));

    /// <returns>True when DANE holds on every MX; false when on one it does not; null when that is not known.</returns>
    public static bool? OnAll(Examined examined)
    {
        var talks = HostTalk.AllOf(examined);
        return examined.Route.State == DnsState.Unknown ? null : talks.Count == 0 ? false : talks.Select(talk => Of(talk, examined)).Aggregate((bool?)true, (all, one) => all == false || one == false ? false : all & one);
    }

    /// <returns>True when the host's records are validated and match what it shows.</returns>
    public static bool? Of(HostTalk talk, Examined examined)
    {
        var answer = Answer(talk, examined);
        var dnssec = examined.Facts.HostDnssec.GetValueOrDefault(talk.Host);
        return answer.State switch
        {
            DnsState.Absent => false,
            DnsState.Unknown => null,
            DnsState.Found => dnssec is DnssecState.Insecure or DnssecState.Bogus ? false : Matches(talk, answer) == false ? false : dnssec == DnssecState.Unknown ? null : Matches(talk, answer),
        };
    }

    private static bool? Matches(HostTalk talk, RecordAnswer answer)
    {
        var shown = talk.Reached.Where(fact => fact.Certificates.Count > 0).ToList();
        return DaneMatch.Of(answer.Records, []).State == DaneState.Unusable ? false
            : shown.Count < talk.Reached.Count ? false
            : shown.Count == 0 ? (talk.IsUnreachable ? false : null)
            : shown.TrueForAll(fact => IsMatch(DaneMatch.Of(answer.Records, fact.Certificates), fact));
    }

    // An authority of the domain's own choice vouches for a name; the server's own certificate needs none (RFC 7671 §5.1, §5.2).
    private static bool IsMatch(DaneMatch match, MailHostFact fact) => match is { State: DaneState.Match, Matched: { } record } && (record.Usage == 3 || fact.IsNameValid == true);

    private static Judged Judge(HostTalk talk, Examined examined)
    {
        var answer = Answer(talk, examined);
        List<string> evidence = [.. answer.Records.Select(text => $"{answer.Name} TLSA {text}"), $"DNSSEC of the host: {KebabName.Of(examined.Facts.HostDnssec.GetValueOrDefault(talk.Host))}."];
        return answer.State switch
        {
            DnsState.Absent => Rule.NotApplicable($"{answer.Name}: no TLSA record."),
            DnsState.Unknown => Rule.Unknown(Examined.Unanswered(answer)),
            DnsState.Found => Of(talk, examined) switch
            {
                true => Rule.Pass(evidence),
                null => Rule.Unknown(evidence),
                false => Matches(talk, answer) == false ? Rule.Fail(Mismatch, [.. evidence, .. DaneMatch.Of(answer.Records, []).Problems]) : Rule.Warn(Unsigned, evidence),
            },
        };
    }

    private static readonly HealthAdvice Mismatch = Advice.Of("The TLSA records do not match what the host shows, or cannot be used.", "Senders that check DANE hold their mail back.", "Publish the record of the new certificate or key before it is put in place, and keep both for a while.");

    private static readonly HealthAdvice Unsigned = Advice.Of("The TLSA records are not validated by DNSSEC.", "Senders ignore them.", "Sign the zone of the MX host.");

    private static RecordAnswer Answer(HostTalk talk, Examined examined) => examined.Ask($"_25._tcp.{talk.Host}", RecordType.Tlsa);
}
