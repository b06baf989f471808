using BounceBoard.Dns.Resolving;
using DnsClient;

namespace BounceBoard.Dns.Asking;

/// <summary>Asks a recursive resolver; with several servers the next is tried when one does not answer, as the system does.</summary>
internal sealed class RecursiveAsking(NameServer[] servers, DnsOptions options, QueryCeiling ceiling) : IAsking
{
    private readonly LookupClient _client = new(Exchange.OptionsFor(options, recursion: true, servers));

    public async Task<Reply> AskAsync(string name, QueryType type, CancellationToken cancellationToken)
    {
        await ceiling.WaitAsync(cancellationToken);
        return await Exchange.RunAsync(NameText.Question(name, type), _client.QueryAsync, cancellationToken);
    }
}
