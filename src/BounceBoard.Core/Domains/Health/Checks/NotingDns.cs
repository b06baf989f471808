namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>A snapshot that notes whether what was looked at had no answer: an address that is not known may be a void look-up (RFC 7208 §4.6.4).</summary>
internal sealed class NotingDns(IDnsSnapshot dns) : IDnsSnapshot
{
    public bool HasUnknown { get; private set; }

    public RecordAnswer? Find(string name, RecordType type)
    {
        var answer = dns.Find(name, type);
        HasUnknown |= answer is null or { State: DnsState.Unknown };
        return answer;
    }
}
