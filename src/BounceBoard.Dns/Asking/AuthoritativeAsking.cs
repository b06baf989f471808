using System.Net;
using DnsClient;
using DnsClient.Protocol;

namespace BounceBoard.Dns.Asking;

/// <summary>Asks the servers that speak for the name, one after the other, and follows aliases into other zones.</summary>
internal sealed class AuthoritativeAsking(NameServerFinder finder, AuthoritativeClient client) : IAsking
{
    public async Task<Reply> AskAsync(string name, QueryType type, CancellationToken cancellationToken)
    {
        List<DnsResourceRecord> answers = [];
        for (var (asked, hops) = (NameText.Of(name), 0); ; hops++)
        {
            var reply = await AskZoneAsync(asked, type, cancellationToken);
            answers.AddRange(reply.Answers);
            var end = AliasChain.End(asked, reply.Answers);
            if (!reply.IsUsable || type == QueryType.CNAME || end == asked || HoldsData(reply, end, type) || hops == AliasChain.MostHops)
            {
                return reply with { Answers = answers };
            }
            // An authoritative server stops at an alias that leaves its zones; the target's own servers are asked next.
            asked = end;
        }
    }

    private static bool HoldsData(Reply reply, string owner, QueryType type) =>
        reply.Answers.Any(record => (int)record.RecordType == (int)type && NameText.Same(record.DomainName, owner));

    private async Task<Reply> AskZoneAsync(string name, QueryType type, CancellationToken cancellationToken)
    {
        var last = Reply.Failed(Rcodes.NoServers);
        foreach (var server in await finder.FindAsync(name, cancellationToken))
        {
            last = await AskServerAsync(server, name, type, cancellationToken);
            if (last.IsUsable)
            {
                return last;
            }
        }
        return last;
    }

    private async Task<Reply> AskServerAsync(IPEndPoint server, string name, QueryType type, CancellationToken cancellationToken)
    {
        var reply = await client.AskAsync(server, name, type, cancellationToken);
        return reply.IsUsable && !reply.IsAuthoritative ? Reply.Failed(Rcodes.Lame) : reply;
    }
}
