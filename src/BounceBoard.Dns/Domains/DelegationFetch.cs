using System.Net;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Asking;
using DnsClient;
using DnsClient.Protocol;

namespace BounceBoard.Dns.Domains;

/// <summary>Asks servers of the zone above for the domain's name servers: what they refer to is where every resolver begins (RFC 1034 §4.2.2).</summary>
/// <param name="port">53; another only in a laboratory.</param>
internal sealed class DelegationFetch(AuthoritativeClient? client, ServerReach reach, int port)
{
    private const int MostServers = 2;

    public async Task<IReadOnlyList<DelegationFact>> AskAsync(string domain, FetchQuestions questions, CancellationToken cancellationToken)
    {
        var own = questions.AskAsync(domain, RecordType.Ns, cancellationToken);
        var above = await Task.WhenAll(NamesAbove.Of(domain).Select(name => AboveAsync(name, questions, cancellationToken)));
        // A name above that is no zone has no NS records; one that was not answered may be a zone or not.
        if (client is null || (await own).State != DnsState.Found || above.FirstOrDefault(answer => answer.State != DnsState.Absent) is not { State: DnsState.Found } parent)
        {
            return [];
        }
        return await Task.WhenAll(parent.Records.Take(MostServers).Select(server => AskServerAsync(client, parent.Name, server, domain, questions, cancellationToken)));
    }

    // Top-level domains and their servers are no facts of the domain.
    private static Task<RecordAnswer> AboveAsync(string name, FetchQuestions questions, CancellationToken cancellationToken) => name.Contains('.', StringComparison.Ordinal)
        ? questions.AskAsync(name, RecordType.Ns, cancellationToken)
        : questions.AskAsideAsync(new RecordQuestion(name, RecordType.Ns), cancellationToken);

    private async Task<DelegationFact> AskServerAsync(
        AuthoritativeClient client, string parent, string server, string domain, FetchQuestions questions, CancellationToken cancellationToken)
    {
        var addresses = await Task.WhenAll(new[] { RecordType.A, RecordType.Aaaa }.Select(type => questions.AskAsideAsync(new RecordQuestion(server, type), cancellationToken)));
        var address = addresses.SelectMany(answer => answer.Records).Select(IPAddress.Parse).FirstOrDefault(reach.Allows);
        var reply = address is null ? Reply.Failed(Rcodes.NoServers) : await questions.InTimeAsync(
            token => client.AskAsync(new IPEndPoint(address, port), domain, QueryType.NS, token), Reply.Failed(Rcodes.Timeout), cancellationToken);
        return Read(parent, server, domain, reply);
    }

    private static DelegationFact Read(string parent, string server, string domain, Reply reply)
    {
        var names = reply.Authorities.OfType<NsRecord>().Where(record => NameText.Same(record.DomainName, domain)).Select(record => NameText.Of(record.NSDName)).Distinct().Order(StringComparer.Ordinal).ToList();
        var state = !reply.IsUsable ? DelegationState.Unknown
            : reply.IsAuthoritative ? (reply.Answers.OfType<NsRecord>().Any() ? DelegationState.SameServer : DelegationState.NotDelegated)
            : names.Count > 0 && reply.Answers.Count == 0 ? DelegationState.Referral
            : DelegationState.Unknown;
        return state != DelegationState.Referral ? new DelegationFact(parent, server, state, [], [])
            : new DelegationFact(parent, server, state, names, [.. reply.Additionals.OfType<AddressRecord>().Select(record => new GlueFact(NameText.Of(record.DomainName), record.Address)).Where(glue => names.Contains(glue.Name))]);
    }
}
