using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;

namespace BounceBoard.Core.Replays;

/// <summary>What one resolver answers after the changes applied so far.</summary>
internal sealed class ReplayZone
{
    private const string Every = "*";
    private const int MostAliases = 8;
    private readonly Dictionary<string, List<ZoneRecord>> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _failing = new(StringComparer.Ordinal);

    public void Apply(DnsChange change)
    {
        foreach (var name in change.Removed)
        {
            _records.Remove(name);
            _failing.Remove(name);
        }
        foreach (var named in change.Records.GroupBy(record => record.Name, StringComparer.Ordinal))
        {
            _records[named.Key] = [.. named];
            _failing.Remove(named.Key);
            _failing.Remove(Every);
        }
        foreach (var (name, rcode) in change.Fails)
        {
            _failing[name] = rcode;
        }
    }

    public MxAnswer Mx(DomainName domain)
    {
        if (Rcode(domain.Value) is { } rcode)
        {
            return new MxAnswer { Domain = domain, State = rcode == "NXDOMAIN" ? DnsState.Absent : DnsState.Unknown, Rcode = rcode };
        }
        var lines = Of(domain.Value, "MX").OrderBy(line => line.Preference).ThenBy(line => line.Data, StringComparer.Ordinal).ToList();
        if (lines.Count == 0)
        {
            var (state, own) = Addresses(domain.Value);
            var nothing = new MxAnswer { Domain = domain, State = DnsState.Absent, Rcode = _records.ContainsKey(domain.Value) ? "NOERROR" : "NXDOMAIN" };
            return state == DnsState.Unknown ? nothing with { State = DnsState.Unknown, Rcode = "SERVFAIL" } : nothing with { ImplicitAddresses = own };
        }
        return new MxAnswer
        {
            Domain = domain,
            State = DnsState.Found,
            Rcode = "NOERROR",
            Ttl = lines.Min(line => line.Ttl),
            IsNullMx = lines is [{ Data: "." }],
            Hosts = [.. lines.Where(line => line.Data != ".").Select(Host)],
        };
    }

    /// <summary>Another record type of a name.</summary>
    public RecordAnswer Record(string name, RecordType type)
    {
        var text = KebabName.Of(type).ToUpperInvariant();
        var found = Of(name, text).ToList();
        var (state, rcode) = Rcode(name) is { } failing ? (failing == "NXDOMAIN" ? DnsState.Absent : DnsState.Unknown, failing)
            : found.Count > 0 ? (DnsState.Found, "NOERROR")
            : (DnsState.Absent, _records.ContainsKey(name) ? "NOERROR" : "NXDOMAIN");
        return new RecordAnswer(
            name, type, state, rcode, state == DnsState.Found ? [.. found.Select(record => record.Data).Order(StringComparer.Ordinal)] : [],
            found.Count > 0 ? found.Min(record => record.Ttl) : null);
    }

    private string? Rcode(string name) => _failing.GetValueOrDefault(name) ?? _failing.GetValueOrDefault(Every);

    private IEnumerable<ZoneRecord> Of(string name, string type) => _records.GetValueOrDefault(name, []).Where(record => record.Type == type);

    private MxHost Host(ZoneRecord line)
    {
        var (state, addresses) = Addresses(line.Data);
        return new MxHost(DomainName.Parse(line.Data), line.Preference, state, addresses);
    }

    private (DnsState State, IReadOnlyList<IPAddress> Addresses) Addresses(string name)
    {
        for (var step = 0; step < MostAliases && Of(name, "CNAME").FirstOrDefault() is { } alias; step++)
        {
            name = alias.Data;
        }
        if (Rcode(name) is { } rcode && rcode != "NXDOMAIN")
        {
            return (DnsState.Unknown, []);
        }
        IReadOnlyList<IPAddress> found =
        [
            .. Of(name, "A").Concat(Of(name, "AAAA")).Select(record => IPAddress.Parse(record.Data))
                .OrderBy(ip => ip.AddressFamily).ThenBy(ip => ip.ToString(), StringComparer.Ordinal),
        ];
        return (found.Count > 0 ? DnsState.Found : DnsState.Absent, found);
    }
}
