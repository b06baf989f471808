using System.Net;
using System.Text.Json;
using BounceBoard.Core.Domains;

namespace BounceBoard.Core.Tests.Domains.Spf;

/// <summary>A zone of the RFC 7208 test suite, read as the suite's note says: timeouts, one level of alias, labels that cannot be asked.</summary>
internal sealed class SuiteZone : IDnsSnapshot
{
    private readonly Dictionary<string, JsonElement[]> _names = new(StringComparer.OrdinalIgnoreCase);

    public SuiteZone(JsonElement zone)
    {
        foreach (var name in zone.EnumerateObject())
        {
            _names[name.Name] = [.. name.Value.EnumerateArray()];
        }
    }

    public RecordAnswer? Find(string name, RecordType type) => Find(name, type, hops: 1);

    private RecordAnswer Find(string asked, RecordType type, int hops)
    {
        var name = string.Join('.', asked.Split('.', StringSplitOptions.RemoveEmptyEntries));
        if (name.Split('.').Any(label => label.Length > 63))
        {
            return Answer(name, type, DnsState.Unknown, "TIMEOUT", []);
        }
        if (!_names.TryGetValue(name, out var records))
        {
            return name.StartsWith("error.", StringComparison.OrdinalIgnoreCase)
                ? Answer(name, type, DnsState.Unknown, "TIMEOUT", [])
                : Answer(name, type, DnsState.Absent, "NXDOMAIN", []);
        }
        List<string> found = [];
        foreach (var record in records)
        {
            var kind = record.GetProperty("type").GetString();
            if (record.TryGetProperty("timeout", out _))
            {
                if (kind == "*" ? found.Count == 0 : kind == Name(type))
                    return Answer(name, type, DnsState.Unknown, "TIMEOUT", []);
            }
            else if (kind == "CNAME" && hops > 0)
            {
                return Find(record.GetProperty("value").GetString()!, type, hops - 1);
            }
            else if (kind == Name(type))
            {
                found.Add(Text(record, type));
            }
        }
        return Answer(name, type, found.Count > 0 ? DnsState.Found : DnsState.Absent, "NOERROR", found);
    }

    private static string Text(JsonElement record, RecordType type) => type switch
    {
        RecordType.Txt => string.Concat(record.GetProperty("strings").EnumerateArray().Select(part => part.GetString())),
        RecordType.Mx => $"{record.GetProperty("preference").GetInt32()} {record.GetProperty("exchange").GetString()}",
        RecordType.A or RecordType.Aaaa => IPAddress.Parse(record.GetProperty("value").GetString()!).ToString(),
        RecordType.Ptr or RecordType.Cname or RecordType.Ns or RecordType.Soa or RecordType.Caa or RecordType.Tlsa or RecordType.Ds or RecordType.Spf => record.GetProperty("value").GetString()!,
    };

    private static string Name(RecordType type) => type.ToString().ToUpperInvariant();

    private static RecordAnswer Answer(string name, RecordType type, DnsState state, string rcode, IReadOnlyList<string> records) =>
        new(name, type, state, rcode, records, 300);
}
