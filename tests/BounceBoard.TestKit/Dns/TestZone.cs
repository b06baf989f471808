using ARSoft.Tools.Net;
using ARSoft.Tools.Net.Dns;

namespace BounceBoard.TestKit.Dns;

/// <summary>The records a test server holds, changed while it runs.</summary>
internal sealed class TestZone
{
    private const int MostHops = 10;
    private readonly Lock _lock = new();
    private readonly List<DnsRecordBase> _records = [];

    public void Add(IEnumerable<string> lines)
    {
        var records = lines.Select(ZoneLine.Parse).ToList();
        lock (_lock)
        {
            _records.AddRange(records);
        }
    }

    public void Remove(string name)
    {
        var owner = DomainName.Parse(name);
        lock (_lock)
        {
            _records.RemoveAll(record => record.Name.Equals(owner));
        }
    }

    /// <summary>Puts answer or SOA and the return code into the response, as a recursive resolver that knows only this zone would.</summary>
    public void Answer(DnsQuestion question, DnsMessage response)
    {
        lock (_lock)
        {
            var name = question.Name;
            for (var hop = 0; hop < MostHops; hop++)
            {
                var own = _records.Where(record => record.Name.Equals(name)).ToList();
                var data = own.Where(record => record.RecordType == question.RecordType).ToList();
                response.AnswerRecords.AddRange(data);
                if (data.Count > 0)
                    return;
                if (own.OfType<CNameRecord>().FirstOrDefault() is not { } alias)
                    break;
                response.AnswerRecords.Add(alias);
                name = alias.CanonicalName;
            }
            response.ReturnCode = _records.Any(record => IsAtOrBelow(record.Name, name)) ? ReturnCode.NoError : ReturnCode.NxDomain;
            response.AuthorityRecords.AddRange(_records.OfType<SoaRecord>().Where(soa => IsAtOrBelow(name, soa.Name)).Take(1));
        }
    }

    private static bool IsAtOrBelow(DomainName name, DomainName zone) => name.Equals(zone) || name.IsSubDomainOf(zone);
}
