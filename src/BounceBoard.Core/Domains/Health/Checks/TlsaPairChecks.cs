using BounceBoard.Core.Domains.Dane;
using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Two TLSA records where one would do today, so that a new certificate breaks nothing (RFC 7671 §8.1).</summary>
internal static class TlsaPairChecks
{
    private static readonly HealthRule Rule = new("dane-rollover", CheckArea.Transport, "The next certificate of the MX host is provided for", "RFC 7671 §8.1");

    public static IEnumerable<Judged> Find(Examined examined) =>
        examined.Route.Hosts.Select(host => examined.Ask($"_25._tcp.{host}", RecordType.Tlsa)).Where(answer => answer.State == DnsState.Found)
            .Select(answer => Judge(answer).About(answer.Name["_25._tcp.".Length..]));

    private static Judged Judge(RecordAnswer answer)
    {
        // Digests of the same thing by two hashes are one provision, not two.
        var kinds = DaneMatch.Of(answer.Records, []).Usable.GroupBy(record => (record.Usage, record.Selector, record.MatchingType)).ToList();
        var provisions = kinds.Select(kind => (kind.Key.Usage, kind.Key.Selector, Count: kind.Select(record => record.Data).Distinct().Count()))
            .GroupBy(kind => (kind.Usage, kind.Selector)).Sum(kind => kind.Max(one => one.Count));
        return provisions == 0 ? Rule.NotApplicable("No record that senders can use.")
            : provisions > 1 ? Rule.Pass(answer.Records)
            : Rule.Warn(Advice.Of("There is one TLSA record for one certificate.", "When the key changes, mail from senders that check DANE waits until the new record is known everywhere.",
                "Publish the record of the next key beside it some days before the key is used.", "Or add a record of the authority that issues the certificates (usage 2).", "Or keep the same key when the certificate is renewed."), answer.Records);
    }
}
