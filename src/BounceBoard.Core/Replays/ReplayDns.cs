using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Core.Replays;

/// <summary>The observations of a house that asks every resolver at each change of DNS and every full hour.</summary>
internal sealed class ReplayDns(IReadOnlyList<string> resolvers, IReadOnlyList<DnsChange> changes)
{
    private readonly List<DateTimeOffset> _changed = [.. changes.Select(change => change.From).Distinct().Order()];
    private readonly Dictionary<DomainName, IReadOnlyList<MxObservation>> _mx = [];
    private readonly Dictionary<(string, RecordType), IReadOnlyList<RecordObservation>> _records = [];

    /// <summary>Times at which DNS changed.</summary>
    public IReadOnlyList<DateTimeOffset> Changed => _changed;

    /// <summary>What was seen of a domain's MX up to a time.</summary>
    public IReadOnlyList<MxObservation> Mx(DomainName domain, DateTimeOffset now)
    {
        if (!_mx.TryGetValue(domain, out var all))
        {
            all = _mx[domain] = Observe(zone => zone.Mx(domain), Print, (id, resolver, from, until, answer) => new MxObservation(id, resolver, from, until, answer));
        }
        return [.. all.Where(seen => seen.From <= now).Select(seen => seen.SeenUntil <= now ? seen : seen with { SeenUntil = LastLook(now) })];
    }

    /// <summary>PTR of an address, and the addresses of the names it gives.</summary>
    public IReadOnlyList<RecordObservation> Reverse(IPAddress? ip, DateTimeOffset now)
    {
        if (ip is null)
        {
            return [];
        }
        var ptr = Records(ReverseName.Of(ip), RecordType.Ptr);
        var names = ptr.SelectMany(seen => seen.Answer.Records).Distinct(StringComparer.Ordinal).ToList();
        return [.. ptr.Concat(names.SelectMany(name => Records(name, RecordType.A).Concat(Records(name, RecordType.Aaaa)))).Where(seen => seen.From <= now)];
    }

    private IReadOnlyList<RecordObservation> Records(string name, RecordType type)
    {
        if (!_records.TryGetValue((name, type), out var all))
        {
            all = _records[(name, type)] = Observe(
                zone => zone.Record(name, type), answer => $"{answer.State} {answer.Rcode} {string.Join(' ', answer.Records)}",
                (id, resolver, from, until, answer) => new RecordObservation(id, resolver, from, until, answer));
        }
        return all;
    }

    // One interval for each answer that differs from the one before it, per resolver.
    private List<TSeen> Observe<TAnswer, TSeen>(
        Func<ReplayZone, TAnswer> ask, Func<TAnswer, string> print, Func<long, string, DateTimeOffset, DateTimeOffset, TAnswer, TSeen> observation)
    {
        var seen = new List<TSeen>();
        foreach (var resolver in resolvers)
        {
            var zone = new ReplayZone();
            (DateTimeOffset From, TAnswer Answer, string Print)? last = null;
            foreach (var at in _changed)
            {
                foreach (var change in changes.Where(change => change.From == at && (change.Resolver is null || change.Resolver == resolver)))
                {
                    zone.Apply(change);
                }
                var answer = ask(zone);
                var text = print(answer);
                if (last is { } before && before.Print != text)
                {
                    seen.Add(observation(seen.Count + 1, resolver, before.From, LastLook(at.AddTicks(-1)), before.Answer));
                }
                last = last is { } same && same.Print == text ? same : (at, answer, text);
            }
            if (last is { } open)
            {
                seen.Add(observation(seen.Count + 1, resolver, open.From, DateTimeOffset.MaxValue, open.Answer));
            }
        }
        return seen;
    }

    // The latest full hour or change of DNS up to then.
    private DateTimeOffset LastLook(DateTimeOffset until)
    {
        var hour = new DateTimeOffset(until.UtcTicks - (until.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
        var change = _changed.LastOrDefault(at => at <= until);
        return hour > change ? hour : change;
    }

    private static string Print(MxAnswer answer) => string.Join(
        ' ',
        [
            $"{answer.State} {answer.Rcode} {answer.IsNullMx} {answer.Ttl}",
            .. answer.Hosts.Select(host => $"{host.Preference} {host.Name} {host.AddressState} {string.Join(',', host.Addresses)}"),
            .. answer.ImplicitAddresses.Select(ip => ip.ToString()),
        ]);
}
