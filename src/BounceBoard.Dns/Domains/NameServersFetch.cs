using System.Net;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Asking;
using BounceBoard.Dns.Resolving;

namespace BounceBoard.Dns.Domains;

/// <summary>Asks every name server of the domain's zone the same questions: servers that differ give different receivers different answers.</summary>
/// <param name="port">53; another only in a laboratory.</param>
internal sealed class NameServersFetch(AuthoritativeClient? client, int port)
{
    private const int MostServers = 8;

    public async Task<IReadOnlyList<NameServerFact>> AskAsync(string domain, FetchQuestions questions, CancellationToken cancellationToken)
    {
        if (client is null)
        {
            return [];
        }
        var names = await NamesAsync(domain, questions, cancellationToken);
        return await Task.WhenAll(names.Select(name => AskServerAsync(client, name, domain, questions, cancellationToken)));
    }

    // A subdomain without NS records of its own lies in the zone above; a name that does not exist lies nowhere.
    private static async Task<IReadOnlyList<string>> NamesAsync(string domain, FetchQuestions questions, CancellationToken cancellationToken)
    {
        foreach (var zone in FirstQuestions.Above(domain).Prepend(domain))
        {
            var servers = await questions.AskAsync(zone, RecordType.Ns, cancellationToken);
            if (servers.State != DnsState.Absent || servers.Rcode == Rcodes.NoSuchDomain)
                return [.. servers.Records.Take(MostServers)];
        }
        return [];
    }

    private async Task<NameServerFact> AskServerAsync(
        AuthoritativeClient client, string name, string domain, FetchQuestions questions, CancellationToken cancellationToken)
    {
        var addresses = await Task.WhenAll(questions.AskAsync(name, RecordType.A, cancellationToken), questions.AskAsync(name, RecordType.Aaaa, cancellationToken));
        // IPv4 first: not every installation reaches IPv6, and a server that it cannot reach would look like a dead one.
        if (addresses.SelectMany(answer => answer.Records).FirstOrDefault() is not { } first)
        {
            return new NameServerFact(name, null, [], null);
        }
        var address = IPAddress.Parse(first);
        var reader = new RecordReader(new ServerAsking(client, new IPEndPoint(address, port)));
        RecordQuestion[] wanted = [
            new(domain, RecordType.Soa), new(domain, RecordType.Ns), new(domain, RecordType.Mx), new(domain, RecordType.Txt),
            new(TreeWalk.RecordName(domain), RecordType.Txt)];
        var answers = await Task.WhenAll(wanted.Select(question => questions.InTimeAsync(
            token => reader.ReadAsync(question, token), FetchQuestions.Unknown(question, Rcodes.Timeout), cancellationToken)));
        return new NameServerFact(name, address, answers, IsAuthoritative([.. answers.Where(answer => answer.Name == domain)]));
    }

    // The name of the DMARC record may lie in a zone of its own, which other servers speak for; only the domain's own names count.
    private static bool? IsAuthoritative(IReadOnlyList<RecordAnswer> answers) =>
        answers.Any(answer => answer.Rcode == Rcodes.Lame) ? false
        : answers.Any(answer => answer.State != DnsState.Unknown || answer.Rcode == Rcodes.Alias) ? true
        : null;
}
