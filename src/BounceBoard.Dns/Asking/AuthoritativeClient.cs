using System.Net;
using BounceBoard.Dns.Resolving;
using DnsClient;

namespace BounceBoard.Dns.Asking;

/// <summary>Puts a question to one given server, without asking it to recurse.</summary>
internal sealed class AuthoritativeClient(DnsOptions options, QueryCeiling ceiling)
{
    private readonly DnsOptions _options = options;

    public async Task<Reply> AskAsync(IPEndPoint server, string name, QueryType type, CancellationToken cancellationToken)
    {
        await ceiling.WaitAsync(cancellationToken);
        var client = new LookupClient(Exchange.OptionsFor(_options, recursion: false, new NameServer(server)));
        return await Exchange.RunAsync(NameText.Question(name, type), client.QueryAsync, cancellationToken);
    }
}
