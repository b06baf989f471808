using System.Text.Json;

namespace BounceBoard.TestKit.Dns;

/// <summary>A zone of the RFC 7208 test suite on a real name server.</summary>
public static class SuiteServer
{
    private static readonly string[] Types = ["A", "AAAA", "MX", "PTR", "TXT"];

    public static TestDnsServer Start(JsonElement zone)
    {
        var server = TestDnsServer.Start();
        foreach (var name in zone.EnumerateObject())
        {
            var before = new HashSet<string>();
            foreach (var record in name.Value.EnumerateArray())
            {
                Add(server, name.Name, record, before);
            }
        }
        return server;
    }

    private static void Add(TestDnsServer server, string name, JsonElement record, HashSet<string> before)
    {
        var type = record.GetProperty("type").GetString()!;
        if (record.TryGetProperty("timeout", out _))
        {
            foreach (var failing in Types.Where(one => type == "*" ? !before.Contains(one) : one == type))
            {
                server.FailType(name, failing, DnsFault.ServFail);
            }
            return;
        }
        before.Add(type);
        // Text without a string is no record at all (RFC 1035 §3.3.14); a server could not even load it.
        if (type != "TXT" || record.GetProperty("strings").GetArrayLength() > 0)
        {
            server.Add($"{Escaped(name)}. 300 IN {type} {Data(type, record)}");
        }
    }

    private static string Data(string type, JsonElement record) => type switch
    {
        "TXT" => string.Join(' ', record.GetProperty("strings").EnumerateArray().Select(part => $"\"{part.GetString()}\"")),
        "MX" => $"{record.GetProperty("preference").GetInt32()} {record.GetProperty("exchange").GetString()!.TrimEnd('.')}.",
        "PTR" or "CNAME" => $"{record.GetProperty("value").GetString()!.TrimEnd('.')}.",
        _ => record.GetProperty("value").GetString()!,
    };

    // Zone text separates by spaces; a space inside a label is written by its number.
    private static string Escaped(string name) => name.Replace(" ", "\\032", StringComparison.Ordinal);
}
