using System.Globalization;
using System.Net;
using System.Text.Json;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;

namespace BounceBoard.Core.Tests.Verdicts;

/// <summary>What one resolver of a scenario answers at a time.</summary>
internal sealed class ScenarioZone
{
    private readonly Dictionary<string, List<string[]>> records = [];
    private readonly Dictionary<string, string> failing = [];

    public void Apply(JsonElement change, string resolver)
    {
        if (change.GetProperty("resolver").GetString() is { } whose && whose != "*" && whose != resolver)
        {
            return;
        }
        if (change.TryGetProperty("fails", out var fails))
        {
            foreach (var name in fails.EnumerateObject())
            {
                failing[name.Name] = name.Value.GetString()!;
            }
        }
        if (change.TryGetProperty("records", out var lines))
        {
            foreach (var named in lines.EnumerateArray().Select(line => line.GetString()!.Split(' ')).GroupBy(parts => parts[0]))
            {
                records[named.Key] = [.. named];
                failing.Remove(named.Key);
            }
        }
    }

    public MxAnswer Mx(DomainName domain)
    {
        var name = domain.Value + ".";
        if (failing.TryGetValue(name, out var rcode))
        {
            return new MxAnswer { Domain = domain, State = DnsState.Unknown, Rcode = rcode };
        }
        var lines = records.GetValueOrDefault(name)?.Where(parts => parts[3] == "MX").ToList() ?? [];
        return lines.Count == 0
            ? new MxAnswer { Domain = domain, State = DnsState.Absent, Rcode = records.ContainsKey(name) ? "NOERROR" : "NXDOMAIN" }
            : new MxAnswer { Domain = domain, State = DnsState.Found, Rcode = "NOERROR", Ttl = Number(lines[0][1]), Hosts = lines.Select(Host).ToList() };
    }

    private MxHost Host(string[] line)
    {
        var addresses = records.GetValueOrDefault(line[5])?.Where(parts => parts[3] is "A" or "AAAA").Select(parts => IPAddress.Parse(parts[4])).ToList() ?? [];
        var state = failing.ContainsKey(line[5]) ? DnsState.Unknown : addresses.Count > 0 ? DnsState.Found : DnsState.Absent;
        return new MxHost(DomainName.Parse(line[5]), Number(line[4]), state, state == DnsState.Found ? addresses : []);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
