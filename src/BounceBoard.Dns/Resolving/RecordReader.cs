using System.Globalization;
using System.Net;
using System.Text;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Endpoints;
using BounceBoard.Dns.Asking;
using DnsClient;
using DnsClient.Protocol;

namespace BounceBoard.Dns.Resolving;

/// <summary>Reads the records of one name and type as text.</summary>
internal sealed class RecordReader(IAsking asking)
{
    /// <summary>Records kept of one set.</summary>
    private const int MostRecords = 64;

    /// <summary>Characters kept of one record; the longest SPF and DKIM records in the wild stay under 4,096.</summary>
    private const int LongestRecord = 8192;

    /// <summary>Records of one set that a rule judges: the one that counts may be any of them.</summary>
    private const int MostJudged = 1024;

    public async Task<RecordAnswer> ReadAsync(string name, RecordType type, CancellationToken cancellationToken) =>
        NameOf(name, type) is { } asked
            ? await ReadAsync(asked, type, MostRecords, cancellationToken)
            : new RecordAnswer(NameText.Of(name), type, DnsState.Unknown, Rcodes.BadName, [], null);

    /// <summary>Asks for exactly this name, whatever octets its labels hold (RFC 2181 §11).</summary>
    public Task<RecordAnswer> ReadAsync(RecordQuestion question, CancellationToken cancellationToken) =>
        ReadAsync(question.Name.ToLowerInvariant(), question.Type, MostJudged, cancellationToken);

    private async Task<RecordAnswer> ReadAsync(string asked, RecordType type, int most, CancellationToken cancellationToken)
    {
        var reply = await asking.AskAsync(asked, QueryTypeOf(type), cancellationToken);
        var records = Wanted(asked, type, reply);
        var texts = records.Select(TextOf).Where(text => text.Length > 0).Select(Cut)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(most).ToList();
        return new RecordAnswer(asked, type, reply.StateFor(records.Count), reply.Rcode, texts, AliasChain.Ttl(reply, records));
    }

    private static string? NameOf(string name, RecordType type) =>
        type == RecordType.Ptr && IPAddress.TryParse(name, out var address) ? ReverseName.Of(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
        : DomainName.TryParse(name, out var domain) ? domain.Value : null;

    private static IReadOnlyList<DnsResourceRecord> Wanted(string name, RecordType type, Reply reply) => type switch
    {
        RecordType.A => AliasChain.Records<ARecord>(name, reply.Answers),
        RecordType.Aaaa => AliasChain.Records<AaaaRecord>(name, reply.Answers),
        RecordType.Ptr => AliasChain.Records<PtrRecord>(name, reply.Answers),
        RecordType.Txt => AliasChain.Records<TxtRecord>(name, reply.Answers),
        RecordType.Ns => AliasChain.Records<NsRecord>(name, reply.Answers),
        RecordType.Mx => AliasChain.Records<MxRecord>(name, reply.Answers),
        RecordType.Soa => AliasChain.Records<SoaRecord>(name, reply.Answers),
        RecordType.Caa => AliasChain.Records<CaaRecord>(name, reply.Answers),
        RecordType.Tlsa => AliasChain.Records<TlsaRecord>(name, reply.Answers),
        RecordType.Ds => AliasChain.Records<DsRecord>(name, reply.Answers),
        RecordType.Spf => [.. reply.Answers.Where(record => record.RecordType == ResourceRecordType.SPF && NameText.Same(record.DomainName, AliasChain.End(name, reply.Answers)))],
        RecordType.Cname => [.. reply.Answers.OfType<CNameRecord>().Where(record => NameText.Same(record.DomainName, name))],
    };

    private static QueryType QueryTypeOf(RecordType type) => type switch
    {
        RecordType.A => QueryType.A,
        RecordType.Aaaa => QueryType.AAAA,
        RecordType.Ptr => QueryType.PTR,
        RecordType.Txt => QueryType.TXT,
        RecordType.Cname => QueryType.CNAME,
        RecordType.Ns => QueryType.NS,
        RecordType.Mx => QueryType.MX,
        RecordType.Soa => QueryType.SOA,
        RecordType.Caa => QueryType.CAA,
        RecordType.Tlsa => QueryType.TLSA,
        RecordType.Ds => QueryType.DS,
        RecordType.Spf => (QueryType)ResourceRecordType.SPF,
    };

    private static string TextOf(DnsResourceRecord record) => record switch
    {
        AddressRecord address => address.Address.ToString(),
        PtrRecord ptr => NameText.Of(ptr.PtrDomainName),
        NsRecord ns => NameText.Of(ns.NSDName),
        CNameRecord alias => NameText.Of(alias.CanonicalName),
        // The root, which is the null MX (RFC 7505 §3), is written as a dot.
        MxRecord mx => string.Create(CultureInfo.InvariantCulture, $"{mx.Preference} {(NameText.Of(mx.Exchange) is { Length: > 0 } host ? host : ".")}"),
        // The strings of one record are joined without a space (RFC 7208 §3.3).
        TxtRecord txt => string.Concat(txt.Text),
        SoaRecord soa => string.Create(
            CultureInfo.InvariantCulture,
            $"{NameText.Of(soa.MName)} {NameText.Of(soa.RName)} {soa.Serial} {soa.Refresh} {soa.Retry} {soa.Expire} {soa.Minimum}"),
        CaaRecord caa => string.Create(CultureInfo.InvariantCulture, $"{caa.Flags} {caa.Tag} \"{caa.Value}\""),
        TlsaRecord tlsa => string.Create(
            CultureInfo.InvariantCulture, $"{(int)tlsa.CertificateUsage} {(int)tlsa.Selector} {(int)tlsa.MatchingType} {tlsa.CertificateAssociationDataAsString}"),
        DsRecord ds => string.Create(CultureInfo.InvariantCulture, $"{ds.KeyTag} {(int)ds.Algorithm} {ds.DigestType} {ds.DigestAsString}"),
        // The library knows the number of type 99 and not its form, which is that of TXT (RFC 7208 §3.1).
        UnknownRecord { RecordType: ResourceRecordType.SPF } spf => CharacterStrings(spf.Data),
        _ => "",
    };

    private static string CharacterStrings(IReadOnlyList<byte> data)
    {
        var text = new StringBuilder();
        for (var at = 0; at < data.Count; at += data[at] + 1)
        {
            text.Append(Encoding.ASCII.GetString([.. data.Skip(at + 1).Take(data[at])]));
        }
        return text.ToString();
    }

    private static string Cut(string text) => text.Length <= LongestRecord ? text : text[..LongestRecord] + "…";
}
