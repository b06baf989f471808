using System.Globalization;
using System.Net;
using ARSoft.Tools.Net;
using ARSoft.Tools.Net.Dns;

namespace BounceBoard.TestKit.Dns;

/// <summary>Reads one record of zone text: <c>example.net. 300 IN MX 10 mx1.example.net.</c></summary>
internal static class ZoneLine
{
    /// <exception cref="FormatException">The line is not a record this server knows.</exception>
    public static DnsRecordBase Parse(string line)
    {
        var words = line.Split(' ', 5, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 5 || words[2] != "IN" || !int.TryParse(words[1], CultureInfo.InvariantCulture, out var ttl))
        {
            throw new FormatException($"'{line}' is not 'name ttl IN type data'.");
        }
        var (name, data) = (DomainName.Parse(words[0]), words[4]);
        var parts = data.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words[3] switch
        {
            "A" => new ARecord(name, ttl, IPAddress.Parse(data)),
            "AAAA" => new AaaaRecord(name, ttl, IPAddress.Parse(data)),
            "MX" => new MxRecord(name, ttl, ushort.Parse(parts[0], CultureInfo.InvariantCulture), DomainName.Parse(parts[1])),
            "CNAME" => new CNameRecord(name, ttl, DomainName.Parse(data)),
            "NS" => new NsRecord(name, ttl, DomainName.Parse(data)),
            "PTR" => new PtrRecord(name, ttl, DomainName.Parse(data)),
            "TXT" => new TxtRecord(name, ttl, Strings(data)),
            "SOA" => new SoaRecord(name, ttl, DomainName.Parse(parts[0]), DomainName.Parse(parts[1]), Number(parts[2]),
                (int)Number(parts[3]), (int)Number(parts[4]), (int)Number(parts[5]), (int)Number(parts[6])),
            _ => throw new FormatException($"'{line}': the test server knows no type {words[3]}."),
        };
    }

    private static uint Number(string text) => uint.Parse(text, CultureInfo.InvariantCulture);

    // "a" "b" gives two strings; one long text is cut into the 255 octets a string may have (RFC 1035 §3.3.14).
    private static IEnumerable<string> Strings(string data) =>
        data.StartsWith('"')
            ? data.Split('"').Where((_, index) => index % 2 == 1).SelectMany(text => text.Chunk(255).Select(part => new string(part)))
            : data.Chunk(255).Select(part => new string(part));
}
