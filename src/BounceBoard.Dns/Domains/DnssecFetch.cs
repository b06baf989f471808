using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Asking;
using DnsClient;

namespace BounceBoard.Dns.Domains;

/// <summary>Finds out through the validating resolver whether the answers that mail depends on are signed and right.</summary>
internal sealed class DnssecFetch(ValidatingResolver? resolver, TimeProvider time)
{
    private const int MostHosts = 20;

    private const int Capacity = 10_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan WithoutTtl = TimeSpan.FromSeconds(15);

    // The zone itself, and the two sets that somebody would forge to read or send its mail.
    private static readonly QueryType[] OfTheDomain = [QueryType.SOA, QueryType.MX, QueryType.TXT];

    private static readonly IReadOnlyDictionary<string, DnssecState> Nothing = new Dictionary<string, DnssecState>();

    private readonly Remembered<(string Name, QueryType Type), DnssecState> _known = new(time, Capacity);

    public Task<DnssecState> OfDomainAsync(string domain, FetchQuestions questions, CancellationToken cancellationToken) =>
        WorstAsync(OfTheDomain.Select(type => (domain, type)), questions, cancellationToken);

    /// <summary>States of the MX hosts: of the addresses and of the TLSA set together, for DANE needs both (RFC 7672 §2.2).</summary>
    public async Task<IReadOnlyDictionary<string, DnssecState>> OfHostsAsync(
        string domain, FetchQuestions questions, CancellationToken cancellationToken)
    {
        if (resolver is null)
        {
            return Nothing;
        }
        var hosts = HostsOf(await questions.AskAsync(domain, RecordType.Mx, cancellationToken));
        var states = await Task.WhenAll(hosts.Select(host => WorstAsync(
            [(host, QueryType.A), (host, QueryType.AAAA), ($"_25._tcp.{host}", QueryType.TLSA)], questions, cancellationToken)));
        return hosts.Zip(states).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private async Task<DnssecState> WorstAsync(
        IEnumerable<(string Name, QueryType Type)> sets, FetchQuestions questions, CancellationToken cancellationToken)
    {
        var states = await Task.WhenAll(sets.Select(set => StateAsync(set.Name, set.Type, questions, cancellationToken)));
        return states.Contains(DnssecState.Bogus) ? DnssecState.Bogus
            : states.Contains(DnssecState.Unknown) ? DnssecState.Unknown
            : states.Contains(DnssecState.Insecure) ? DnssecState.Insecure
            : DnssecState.Secure;
    }

    private Task<DnssecState> StateAsync(string name, QueryType type, FetchQuestions questions, CancellationToken cancellationToken) =>
        resolver is null || !FetchQuestions.IsName(name)
            ? Task.FromResult(DnssecState.Unknown)
            : questions.InTimeAsync(
                token => _known.GetAsync((name, type), questions.IsFresh, wait => FindOutAsync(resolver, name, type, wait), token),
                DnssecState.Unknown, cancellationToken);

    private static async Task<(DnssecState, TimeSpan)> FindOutAsync(ValidatingResolver resolver, string name, QueryType type, CancellationToken cancellationToken)
    {
        var (state, ttl) = await resolver.StateAsync(name, type, cancellationToken);
        var life = ttl is { } seconds ? TimeSpan.FromSeconds(seconds) : WithoutTtl;
        return (state, life < Longest ? life : Longest);
    }

    // The null MX left out (RFC 7505); the domain itself where there is no MX set (RFC 5321 §5.1).
    private static IReadOnlyList<string> HostsOf(RecordAnswer exchanges) => exchanges is { State: DnsState.Absent }
        ? [exchanges.Name]
        : [.. exchanges.Records.Select(record => record[(record.IndexOf(' ', StringComparison.Ordinal) + 1)..])
            .Where(host => host != ".").Distinct(StringComparer.OrdinalIgnoreCase).Take(MostHosts)];
}
