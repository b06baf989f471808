using System.Net;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Resolving;
using DnsClient;

namespace BounceBoard.Dns.Asking;

/// <summary>
/// A resolver that the operator trusts to validate DNSSEC: its AD flag means that an answer is signed and right, its SERVFAIL that
/// the answer may be signed and wrong, which is asked once more without validation (RFC 4035 §3.2, §5.5).
/// </summary>
internal sealed class ValidatingResolver(IPEndPoint server, DnsOptions options, QueryCeiling ceiling, TimeProvider time)
{
    private const int UsualPort = 53;
    private readonly LookupClient _client = new(Exchange.OptionsFor(options, recursion: true, new NameServer(server)).WithDnssec());

    /// <returns>Null when the text is no address.</returns>
    public static IPEndPoint? EndpointOf(string text) =>
        !IPEndPoint.TryParse(text.Trim(), out var server) ? null : server.Port > 0 ? server : new IPEndPoint(server.Address, UsualPort);

    /// <returns>State of this answer, and the seconds it holds; null when unknown.</returns>
    public async Task<(DnssecState State, int? Ttl)> StateAsync(string name, QueryType type, CancellationToken cancellationToken)
    {
        await ceiling.WaitAsync(cancellationToken);
        var reply = await Exchange.RunAsync(NameText.Question(name, type), _client.QueryAsync, cancellationToken);
        if (reply.IsUsable)
        {
            return (reply.IsAuthenticated ? DnssecState.Secure : DnssecState.Insecure, AliasChain.Ttl(reply, reply.Answers));
        }
        // A resolver that cannot reach the zone's servers says SERVFAIL too: only one that has the data and withholds it means "bogus".
        var isWithheld = reply.Rcode == Rcodes.ServerFailure && await IsAnsweredUncheckedAsync(name, type, cancellationToken);
        return (isWithheld ? DnssecState.Bogus : DnssecState.Unknown, null);
    }

    private async Task<bool> IsAnsweredUncheckedAsync(string name, QueryType type, CancellationToken cancellationToken)
    {
        await ceiling.WaitAsync(cancellationToken);
        return await UncheckedQuery.IsAnsweredAsync(server, name, type, options.Timeout, time, cancellationToken);
    }
}
