using System.Net;
using System.Net.Sockets;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Dns.Asking;
using DnsClient;
using DnsClient.Protocol;

namespace BounceBoard.Dns.Resolving;

/// <summary>Reads the answers of one source into the house's facts.</summary>
internal sealed class MxResolver(string name, IAsking asking) : IMxResolver
{
    /// <summary>Exchanges kept of one MX set; real ones have fewer than twenty.</summary>
    private const int MostHosts = 64;

    /// <summary>Questions in flight for one MX set.</summary>
    private const int AtOnce = 8;

    public string Name => name;

    public async Task<MxAnswer> MxAsync(DomainName domain, CancellationToken cancellationToken)
    {
        var reply = await asking.AskAsync(domain.Value, QueryType.MX, cancellationToken);
        var records = AliasChain.Records<MxRecord>(domain.Value, reply.Answers);
        var answer = new MxAnswer
        {
            Domain = domain,
            State = reply.StateFor(records.Count),
            Rcode = reply.Rcode,
            Ttl = AliasChain.Ttl(reply, records),
        };
        return answer switch
        {
            { State: DnsState.Found } when records.All(IsNull) => answer with { IsNullMx = true },
            { State: DnsState.Found } => answer with { Hosts = await HostsAsync(records, cancellationToken) },
            { State: DnsState.Absent, NoSuchDomain: false } => await WithImplicitAsync(answer, cancellationToken),
            _ => answer,
        };
    }

    public Task<RecordAnswer> RecordAsync(string name, RecordType type, CancellationToken cancellationToken) =>
        new RecordReader(asking).ReadAsync(name, type, cancellationToken);

    public Task<RecordAnswer> RecordAsync(RecordQuestion question, CancellationToken cancellationToken) =>
        new RecordReader(asking).ReadAsync(question, cancellationToken);

    // RFC 7505 §3: the exchange is the root. Beside real exchanges it is an error, and those are used.
    private static bool IsNull(MxRecord record) => NameText.Of(record.Exchange).Length == 0;

    private async Task<IReadOnlyList<MxHost>> HostsAsync(IReadOnlyList<MxRecord> records, CancellationToken cancellationToken)
    {
        var hosts = Named(records).OrderBy(host => host.Preference).ThenBy(host => host.Name.Value, StringComparer.Ordinal)
            .Take(MostHosts).ToArray();
        await Parallel.ForAsync(
            0, hosts.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (index, token) =>
            {
                var (state, addresses, _) = await AddressesAsync(hosts[index].Name, token);
                hosts[index] = hosts[index] with { AddressState = state, Addresses = addresses };
            });
        return hosts;
    }

    // An exchange that is no host name cannot be connected to by anybody; it is left out, the state stays Found.
    private static IEnumerable<MxHost> Named(IReadOnlyList<MxRecord> records)
    {
        foreach (var record in records.DistinctBy(record => (record.Preference, NameText.Of(record.Exchange))))
        {
            if (DomainName.TryParse(NameText.Of(record.Exchange), out var host))
                yield return new MxHost(host, record.Preference, DnsState.Unknown, []);
        }
    }

    private async Task<MxAnswer> WithImplicitAsync(MxAnswer answer, CancellationToken cancellationToken)
    {
        var (state, addresses, rcode) = await AddressesAsync(answer.Domain, cancellationToken);
        // Without the addresses nobody can say whether the domain takes mail (RFC 5321 §5.1): that is Unknown, not Absent.
        return state == DnsState.Unknown
            ? answer with { State = DnsState.Unknown, Rcode = rcode, Ttl = null }
            : answer with { ImplicitAddresses = addresses };
    }

    private async Task<(DnsState State, IReadOnlyList<IPAddress> Addresses, string Rcode)> AddressesAsync(
        DomainName host, CancellationToken cancellationToken)
    {
        var replies = await Task.WhenAll(
            asking.AskAsync(host.Value, QueryType.A, cancellationToken), asking.AskAsync(host.Value, QueryType.AAAA, cancellationToken));
        var addresses = replies.SelectMany(reply => AliasChain.Records<AddressRecord>(host.Value, reply.Answers))
            .Select(record => record.Address).Distinct().Order(AddressOrder.Instance).ToList();
        var failed = replies.FirstOrDefault(reply => !reply.IsUsable);
        var state = addresses.Count > 0 ? DnsState.Found : failed is null ? DnsState.Absent : DnsState.Unknown;
        return (state, addresses, failed?.Rcode ?? replies[0].Rcode);
    }

    private sealed class AddressOrder : IComparer<IPAddress>
    {
        public static AddressOrder Instance { get; } = new();

        public int Compare(IPAddress? x, IPAddress? y) => (x, y) switch
        {
            (null, null) => 0,
            (null, _) => -1,
            (_, null) => 1,
            _ when x.AddressFamily != y.AddressFamily => x.AddressFamily == AddressFamily.InterNetwork ? -1 : 1,
            _ => x.GetAddressBytes().AsSpan().SequenceCompareTo(y.GetAddressBytes()),
        };
    }
}
