using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using BounceBoard.Core.Addresses;

namespace BounceBoard.Core.Replays;

/// <summary>One line of a zone: <c>example.net. 300 IN MX 10 mx1.example.net.</c></summary>
/// <param name="Name">Lower case, without the root dot.</param>
/// <param name="Ttl">Seconds.</param>
/// <param name="Type"><c>MX</c>, <c>A</c>, <c>AAAA</c>, <c>PTR</c>, <c>CNAME</c> or any other, upper case.</param>
/// <param name="Preference">Of an MX, 0 to 65535; else 0.</param>
/// <param name="Data">Host in lower case without the root dot (<c>.</c> alone is the null MX), address, or text.</param>
public sealed record ZoneRecord(string Name, int Ttl, string Type, int Preference, string Data)
{
    /// <summary>Reads a line; time to live and class may be left out.</summary>
    /// <param name="fault">What is wrong and what would be right, as the end of a sentence.</param>
    public static bool TryParse(string line, [NotNullWhen(true)] out ZoneRecord? record, out string fault)
    {
        (record, fault) = (null, "is no record; write name, TTL, IN, type and data, for example 'example.net. 300 IN MX 10 mx1.example.net.'");
        var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var next = 1;
        var ttl = parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : (int?)null;
        next += ttl is null ? 0 : 1;
        next += parts.Length > next && parts[next].Equals("IN", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        if (parts.Length < next + 2)
        {
            return false;
        }

        record = Of(NameOf(parts[0]), ttl ?? 300, parts[next].ToUpperInvariant(), parts[(next + 1)..], ref fault);
        return record is not null;
    }

    /// <summary>A name as the records hold it.</summary>
    public static string NameOf(string text) => text == "." ? text : DomainName.TryParse(text, out var name) ? name.Value : text.TrimEnd('.').ToLowerInvariant();

    private static ZoneRecord? Of(string name, int ttl, string type, string[] data, ref string fault)
    {
        switch (type)
        {
            case "MX":
                fault = "is no MX; write preference and host, for example 'MX 10 mx1.example.net.', or 'MX 0 .' for the null MX";
                return data.Length == 2 && ushort.TryParse(data[0], NumberStyles.None, CultureInfo.InvariantCulture, out var preference)
                    && (data[1] == "." || DomainName.TryParse(data[1], out _))
                    ? new ZoneRecord(name, ttl, type, preference, NameOf(data[1]))
                    : null;
            case "A" or "AAAA":
                fault = $"holds no address for {type}";
                return data.Length == 1 && IPAddress.TryParse(data[0], out var ip) ? new ZoneRecord(name, ttl, type, 0, ip.ToString()) : null;
            case "PTR" or "CNAME" or "NS":
                fault = $"holds no host name for {type}";
                return data.Length == 1 && DomainName.TryParse(data[0], out _) ? new ZoneRecord(name, ttl, type, 0, NameOf(data[0])) : null;
            default:
                return new ZoneRecord(name, ttl, type, 0, string.Join(' ', data));
        }
    }
}
