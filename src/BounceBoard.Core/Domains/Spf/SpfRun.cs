namespace BounceBoard.Core.Domains.Spf;

/// <summary>One check as it goes: what it asked, what that cost, what nobody has asked DNS yet.</summary>
internal sealed class SpfRun(SpfRequest request, IDnsSnapshot dns)
{
    /// <summary>Terms that ask DNS, in one check (RFC 7208 §4.6.4).</summary>
    public const int MostLookups = 10;

    /// <summary>Answers without data, in one check (RFC 7208 §4.6.4).</summary>
    public const int MostVoidLookups = 2;

    private HashSet<RecordQuestion>? _missing;

    public SpfRequest Request => request;

    public SpfIdentity Identity { get; } = SpfIdentity.Of(request);

    public SpfAddress Client { get; } = SpfAddress.Of(request.Ip);

    /// <summary>Terms that asked DNS so far; the one that is too many is counted too.</summary>
    public int Lookups { get; private set; }

    /// <summary>Void look-ups so far; the one that is too many is counted too.</summary>
    public int VoidLookups { get; private set; }

    public IReadOnlyCollection<RecordQuestion> Missing => _missing ?? (IReadOnlyCollection<RecordQuestion>)[];

    /// <summary>A for an IPv4 client, AAAA for an IPv6 client: the other family is not asked (RFC 7208 §5).</summary>
    public RecordType AddressType => Client.IsV6 ? RecordType.Aaaa : RecordType.A;

    /// <returns>False when the check may ask no more: permerror.</returns>
    public bool TryCountLookup() => ++Lookups <= MostLookups;

    /// <summary>Counts an answer without data; a failure is none.</summary>
    /// <returns>False when that was one too many: permerror.</returns>
    public bool TryCountVoid(RecordAnswer answer) => answer.State != DnsState.Absent || ++VoidLookups <= MostVoidLookups;

    /// <returns>The answer, or null: then the question is noted, and this run goes on only to find out what else it will ask.</returns>
    public RecordAnswer? Ask(string name, RecordType type)
    {
        var answer = dns.Find(name, type);
        if (answer is null)
        {
            (_missing ??= []).Add(new RecordQuestion(name, type));
        }
        return answer;
    }
}
