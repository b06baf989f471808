using System.Net;
using BounceBoard.Dns.Resolving;
using DnsClient;

namespace BounceBoard.Dns.Asking;

/// <summary>Puts a question to one given server, without asking it to recurse unless that is what is asked.</summary>
internal sealed class AuthoritativeClient(DnsOptions options, QueryCeiling ceiling)
{
    /// <summary>How long one answer is waited for.</summary>
    public TimeSpan Patience => options.Timeout;

    public Task<Reply> AskAsync(IPEndPoint server, string name, QueryType type, CancellationToken cancellationToken) =>
        AskAsync(Exchange.OptionsFor(options, recursion: false, new NameServer(server)), name, type, cancellationToken);

    /// <summary>Asks for the signatures too (DO, RFC 3225).</summary>
    public Task<Reply> AskSignedAsync(IPEndPoint server, string name, QueryType type, CancellationToken cancellationToken) =>
        AskAsync(Exchange.OptionsFor(options, recursion: false, new NameServer(server)).WithDnssec(), name, type, cancellationToken);

    public Task<Reply> AskOverTcpAsync(IPEndPoint server, string name, QueryType type, CancellationToken cancellationToken)
    {
        var overTcp = Exchange.OptionsFor(options, recursion: false, new NameServer(server));
        overTcp.UseTcpOnly = true;
        return AskAsync(overTcp, name, type, cancellationToken);
    }

    /// <summary>Asks the server to look the name up elsewhere (RD).</summary>
    public Task<Reply> AskToRecurseAsync(IPEndPoint server, string name, QueryType type, CancellationToken cancellationToken) =>
        AskAsync(Exchange.OptionsFor(options, recursion: true, new NameServer(server)), name, type, cancellationToken);

    /// <summary>Waits for a turn under the ceiling, for those who put their question themselves.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => ceiling.WaitAsync(cancellationToken);

    private async Task<Reply> AskAsync(LookupClientOptions how, string name, QueryType type, CancellationToken cancellationToken)
    {
        await ceiling.WaitAsync(cancellationToken);
        return await Exchange.RunAsync(NameText.Question(name, type), new LookupClient(how).QueryAsync, cancellationToken);
    }
}
