using System.Net;
using BounceBoard.Dns.Asking;
using DnsClient;

namespace BounceBoard.Dns.Domains;

/// <summary>Finds out how a name server behaves besides what it answers: over TCP, to foreign names, to who wants the whole zone.</summary>
internal sealed class ServerManners(AuthoritativeClient client, TimeProvider time)
{
    private const int Capacity = 2_000;

    /// <summary>A name that exists, and that no server of another domain speaks for.</summary>
    private const string ForeignName = "a.root-servers.net";

    private static readonly TimeSpan Long = TimeSpan.FromHours(1);
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(1);

    // A provider's servers serve thousands of domains of one round.
    private readonly Remembered<IPEndPoint, (bool? Tcp, bool? Open)> _known = new(time, Capacity);

    /// <param name="zone">Name of a zone that the server is named for.</param>
    /// <param name="isOwn">The zone is the domain's own: only then is it asked for as a whole.</param>
    /// <returns>It answers over TCP, it looks up foreign names, it gives the zone; null for each that is not known.</returns>
    public async Task<(bool? Tcp, bool? Open, bool? Transfer)> FindAsync(
        IPEndPoint server, string zone, bool isOwn, FetchQuestions questions, CancellationToken cancellationToken)
    {
        var transfer = isOwn ? questions.InTimeAsync(token => TransferAsync(server, zone, token), null, cancellationToken) : Task.FromResult<bool?>(null);
        var (tcp, open) = await questions.InTimeAsync(
            token => _known.GetAsync(server, questions.IsFresh, wait => FindOutAsync(server, zone, wait), token), (null, null), cancellationToken);
        return (tcp, open, await transfer);
    }

    private async Task<((bool? Tcp, bool? Open), TimeSpan)> FindOutAsync(IPEndPoint server, string zone, CancellationToken cancellationToken)
    {
        var tcp = client.AskOverTcpAsync(server, zone, QueryType.SOA, cancellationToken);
        var foreign = client.AskToRecurseAsync(server, ForeignName, QueryType.A, cancellationToken);
        var found = (OfTcp(await tcp), OfForeign(await foreign));
        return (found, found is (null, _) or (_, null) ? Short : Long);
    }

    // Silence may be a firewall on the way, this house's own among them; a refusal is the server's.
    private static bool? OfTcp(Reply reply) => reply.Rcode switch { Rcodes.Unreachable => false, Rcodes.Timeout => null, _ => true };

    private static bool? OfForeign(Reply reply) => reply.Rcode switch
    {
        Rcodes.Timeout or Rcodes.Unreachable or Rcodes.BadReply => null,
        _ => reply.IsUsable && reply.OffersRecursion && !reply.IsAuthoritative && reply.Answers.Count > 0,
    };

    private async Task<bool?> TransferAsync(IPEndPoint server, string zone, CancellationToken cancellationToken)
    {
        await client.WaitAsync(cancellationToken);
        return await TransferQuery.IsGivenAsync(server, zone, client.Patience, time, cancellationToken);
    }
}
