using BounceBoard.Core.Domains;
using BounceBoard.Web.Incidents;

namespace BounceBoard.Web.Domains;

/// <summary>How a kind of record is recognised among what stands at its name.</summary>
internal static class RecordKind
{
    // RFC 7208 §4.5: the version ends at a space or at the end.
    public static RecordView Spf(string domain, IEnumerable<RecordObservation> observations) =>
        View("SPF", domain, true, observations, text => text.Equals("v=spf1", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("v=spf1 ", StringComparison.OrdinalIgnoreCase));

    // RFC 7489 §6.3: the version tag comes first.
    public static RecordView Dmarc(string name, IEnumerable<RecordObservation> observations) =>
        View("DMARC", name, true, observations, text => text.StartsWith("v=DMARC1", StringComparison.Ordinal));

    // RFC 6376 §3.6.1: only the key (p=) is required, the version is not.
    public static RecordView Dkim(string name, string selector, IEnumerable<RecordObservation> observations) =>
        View($"DKIM {selector}", name, true, observations, text =>
            text.Split(';').Any(tag => tag.TrimStart().StartsWith("p=", StringComparison.Ordinal)));

    public static RecordView Mx(string domain, IEnumerable<MxObservation> observations) =>
        new("MX", domain, false, [.. Latest(observations, seen => seen.Resolver, seen => seen.From).Select(seen =>
            new ResolverRecord(seen.Resolver, seen.Answer.State, seen.Answer.Rcode,
                seen.Answer.State == DnsState.Found ? MxAnswerText.Hosts(seen.Answer) : [], seen.Answer.Ttl, seen.From, seen.SeenUntil))]);

    private static RecordView View(
        string title, string name, bool single, IEnumerable<RecordObservation> observations, Func<string, bool> isOfKind) =>
        new(title, name, single, [.. Latest(observations, seen => seen.Resolver, seen => seen.From).Select(seen => Reduce(seen, isOfKind))]);

    private static ResolverRecord Reduce(RecordObservation seen, Func<string, bool> isOfKind)
    {
        var records = seen.Answer.Records.Where(isOfKind).ToArray();
        // Other TXT records at the name are no SPF record: the answer was usable, and it holds none.
        var state = seen.Answer.State == DnsState.Found && records.Length == 0 ? DnsState.Absent : seen.Answer.State;
        return new(seen.Resolver, state, seen.Answer.Rcode, records, seen.Answer.Ttl, seen.From, seen.SeenUntil);
    }

    private static IEnumerable<T> Latest<T>(IEnumerable<T> observations, Func<T, string> resolver, Func<T, DateTimeOffset> from) =>
        observations.GroupBy(resolver).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.OrderByDescending(from).First());
}
