using System.Net;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Asking;
using DnsClient;
using DnsClient.Protocol;
using DnsClient.Protocol.Options;

namespace BounceBoard.Dns.Domains;

/// <summary>Finds out how a name server serves a zone signed, and along with it whether it knows EDNS, which signatures need.</summary>
internal sealed class SigningFetch(AuthoritativeClient client)
{
    /// <param name="withKeys">Ask for the keys too, which are the same at every server.</param>
    public async Task<NameServerFact> AddAsync(
        NameServerFact fact, IPEndPoint server, string zone, bool withKeys, FetchQuestions questions, CancellationToken cancellationToken)
    {
        var soa = AskAsync(QueryType.SOA);
        var keys = withKeys ? AskAsync(QueryType.DNSKEY) : Task.FromResult(Reply.Failed(Rcodes.Timeout));
        var hashing = withKeys ? AskAsync(QueryType.NSEC3PARAM) : Task.FromResult(Reply.Failed(Rcodes.Timeout));
        var reply = await soa;
        var (keySet, rounds) = (await keys, (await hashing).Answers.OfType<NSec3ParamRecord>().Select(record => (int?)record.Iterations).Max());
        return !reply.IsUsable ? fact : fact with
        {
            KnowsEdns = reply.Additionals.OfType<OptRecord>().Any(),
            Signing = reply.IsAuthoritative ? Of(reply, keySet, rounds) : null,
        };

        Task<Reply> AskAsync(QueryType type) =>
            questions.InTimeAsync(token => client.AskSignedAsync(server, zone, type, token), Reply.Failed(Rcodes.Timeout), cancellationToken);
    }

    // During a change of keys there are several signatures; the set is good as long as one of them is.
    private static ZoneSigning Of(Reply soa, Reply keys, int? rounds)
    {
        var last = soa.Answers.OfType<RRSigRecord>().Where(record => record.CoveredType == ResourceRecordType.SOA).MaxBy(record => record.SignatureExpiration);
        return new ZoneSigning(
            keys is { IsUsable: true, IsAuthoritative: true } ? [.. keys.Answers.OfType<DnsKeyRecord>().Select(ZoneKeyReader.Of)] : null,
            last?.SignatureInception, last?.SignatureExpiration, rounds);
    }
}
