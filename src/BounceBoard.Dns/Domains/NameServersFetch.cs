using System.Net;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Asking;
using BounceBoard.Dns.Resolving;

namespace BounceBoard.Dns.Domains;

/// <summary>Asks every name server of the domain's zone the same questions: servers that differ give different receivers different answers.</summary>
/// <param name="port">53; another only in a laboratory.</param>
internal sealed class NameServersFetch(AuthoritativeClient? client, ServerReach reach, int port, TimeProvider time)
{
    private const int MostServers = 8;

    /// <summary>Servers that are asked for the keys: a second one, in case the first is away.</summary>
    private const int ForKeys = 2;

    private readonly ServerManners? _manners = client is null ? null : new ServerManners(client, time);
    private readonly SigningFetch? _signing = client is null ? null : new SigningFetch(client);

    public async Task<IReadOnlyList<NameServerFact>> AskAsync(string domain, FetchQuestions questions, CancellationToken cancellationToken)
    {
        if (client is null)
        {
            return [];
        }
        var (zone, names) = await ZoneAsync(domain, questions, cancellationToken);
        return await Task.WhenAll(names.Select((name, index) => AskServerAsync(client, name, index < ForKeys, zone, domain, questions, cancellationToken)));
    }

    // A subdomain without NS records of its own lies in the zone above; a name that does not exist lies nowhere.
    private static async Task<(string Zone, IReadOnlyList<string> Servers)> ZoneAsync(string domain, FetchQuestions questions, CancellationToken cancellationToken)
    {
        foreach (var zone in NamesAbove.BelowTop(domain).Prepend(domain))
        {
            var servers = await questions.AskAsync(zone, RecordType.Ns, cancellationToken);
            if (servers.State != DnsState.Absent || servers.Rcode == Rcodes.NoSuchDomain)
                return (zone, [.. servers.Records.Take(MostServers)]);
        }
        return (domain, []);
    }

    private async Task<NameServerFact> AskServerAsync(
        AuthoritativeClient client, string name, bool withKeys, string zone, string domain, FetchQuestions questions, CancellationToken cancellationToken)
    {
        var addresses = await Task.WhenAll(questions.AskAsync(name, RecordType.A, cancellationToken), questions.AskAsync(name, RecordType.Aaaa, cancellationToken));
        // IPv4 first: not every installation reaches IPv6, and a server that it cannot reach would look like a dead one.
        var known = addresses.SelectMany(answer => answer.Records).Select(IPAddress.Parse).ToList();
        if (known.Find(reach.Allows) is not { } address)
        {
            return new NameServerFact(name, known.FirstOrDefault(), [], null);
        }
        var server = new IPEndPoint(address, port);
        var answers = AnswersAsync(client, server, domain, questions, cancellationToken);
        var blank = new NameServerFact(name, address, [], null);
        var signing = _signing?.AddAsync(blank, server, zone, withKeys, questions, cancellationToken) ?? Task.FromResult(blank);
        var manners = _manners?.FindAsync(server, zone, zone == domain, questions, cancellationToken) ?? Task.FromResult(default((bool? Tcp, bool? Open, bool? Transfer)));
        var (said, (tcp, open, transfer)) = (await answers, await manners);
        // A server that does not answer at all says nothing about TCP.
        var isSilent = said.All(answer => answer.State == DnsState.Unknown);
        return (await signing) with
        {
            Answers = said,
            IsAuthoritative = IsAuthoritative([.. said.Where(answer => answer.Name == domain)]),
            AnswersTcp = tcp == false && isSilent ? null : tcp,
            IsOpenResolver = open,
            GivesZone = transfer,
        };
    }

    private static async Task<IReadOnlyList<RecordAnswer>> AnswersAsync(
        AuthoritativeClient client, IPEndPoint server, string domain, FetchQuestions questions, CancellationToken cancellationToken)
    {
        var reader = new RecordReader(new ServerAsking(client, server));
        RecordQuestion[] wanted = [
            new(domain, RecordType.Soa), new(domain, RecordType.Ns), new(domain, RecordType.Mx), new(domain, RecordType.Txt),
            new(TreeWalk.RecordName(domain), RecordType.Txt)];
        return await Task.WhenAll(wanted.Select(question => questions.InTimeAsync(
            token => reader.ReadAsync(question, token), FetchQuestions.Unknown(question, Rcodes.Timeout), cancellationToken)));
    }

    // The name of the DMARC record may lie in a zone of its own, which other servers speak for; only the domain's own names count.
    private static bool? IsAuthoritative(IReadOnlyList<RecordAnswer> answers) =>
        answers.Any(answer => answer.Rcode == Rcodes.Lame) ? false
        : answers.Any(answer => answer.State != DnsState.Unknown || answer.Rcode == Rcodes.Alias) ? true
        : null;
}
