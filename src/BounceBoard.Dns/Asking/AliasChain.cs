using DnsClient.Protocol;

namespace BounceBoard.Dns.Asking;

/// <summary>Follows CNAME records through one answer section.</summary>
internal static class AliasChain
{
    /// <summary>Aliases that are followed; a loop ends here too.</summary>
    public const int MostHops = 8;

    /// <returns>The last name of the chain that starts at <paramref name="name"/>; the name itself when it is no alias.</returns>
    public static string End(string name, IReadOnlyList<DnsResourceRecord> answers)
    {
        var end = NameText.Of(name);
        for (var hop = 0; hop < MostHops; hop++)
        {
            var alias = answers.OfType<CNameRecord>().FirstOrDefault(record => NameText.Same(record.DomainName, end));
            if (alias is null)
            {
                break;
            }
            end = NameText.Of(alias.CanonicalName);
        }
        return end;
    }

    /// <summary>Records of the name itself or of the name its aliases lead to; others in the section were not asked for.</summary>
    public static IReadOnlyList<T> Records<T>(string name, IReadOnlyList<DnsResourceRecord> answers)
        where T : DnsResourceRecord
    {
        var end = End(name, answers);
        return [.. answers.OfType<T>().Where(record => NameText.Same(record.DomainName, end))];
    }

    /// <summary>Smallest time to live of the chain and the records; for a negative answer the SOA's (RFC 2308 §5); null when unknown.</summary>
    public static int? Ttl(Reply reply, IEnumerable<DnsResourceRecord> records)
    {
        var used = records.Select(record => record.InitialTimeToLive).ToList();
        if (used.Count > 0)
        {
            return used.Concat(reply.Answers.OfType<CNameRecord>().Select(record => record.InitialTimeToLive)).Min();
        }
        return reply.Authorities.OfType<SoaRecord>()
            .Select(soa => (int?)Math.Min(soa.InitialTimeToLive, (int)Math.Min(soa.Minimum, int.MaxValue))).FirstOrDefault();
    }
}
