using System.Net;
using DnsClient;

namespace BounceBoard.Dns.Asking;

/// <summary>Asks one name server and no other, and takes only what it says with authority.</summary>
internal sealed class ServerAsking(AuthoritativeClient client, IPEndPoint server) : IAsking
{
    public async Task<Reply> AskAsync(string name, QueryType type, CancellationToken cancellationToken)
    {
        var reply = await client.AskAsync(server, name, type, cancellationToken);
        if (!reply.IsUsable)
        {
            return reply;
        }
        var end = AliasChain.End(name, reply.Answers);
        return !reply.IsAuthoritative ? Reply.Failed(Rcodes.Lame)
            // What stands in another zone is not for this server to say; "no record" it is not.
            : end != NameText.Of(name) && !reply.Answers.Any(record => NameText.Same(record.DomainName, end)) ? Reply.Failed(Rcodes.Alias)
            : reply;
    }
}
