using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Resolving;
using BounceBoard.Operations.Outside;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Fetches the MTA-STS policy of a domain as senders of mail do (RFC 8461 §3.3), and nothing from inside the house's own network.</summary>
/// <param name="port">443 but in a laboratory.</param>
internal sealed class PolicyFetching(ResolverSet resolvers, ProbeReach reach, CheckedGet get, int port)
{
    /// <summary>For connecting, asking and the whole answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="resolverName">Whose answers the rest of the examination stands on.</param>
    /// <exception cref="OperationCanceledException">Only for <paramref name="cancellationToken"/>.</exception>
    public async Task<PolicyFetch> FetchAsync(DomainName domain, string resolverName, CancellationToken cancellationToken)
    {
        var host = $"mta-sts.{domain}";
        var resolver = resolvers.All.FirstOrDefault(one => one.Name == resolverName) ?? resolvers.All[0];
        var answers = await Task.WhenAll(
            resolver.RecordAsync(new RecordQuestion(host, RecordType.A), cancellationToken), resolver.RecordAsync(new RecordQuestion(host, RecordType.Aaaa), cancellationToken));
        IPAddress[] addresses = [.. answers.SelectMany(answer => answer.Records).Select(text => IPAddress.TryParse(text, out var address) ? address : null).OfType<IPAddress>()];
        if (addresses.Length == 0)
        {
            var failed = answers.FirstOrDefault(answer => answer.State == DnsState.Unknown);
            return failed is null
                ? new PolicyFetch(null, "", "", $"{host} has no address.", IsUnknown: false)
                : new PolicyFetch(null, "", "", $"The addresses of {host} could not be found out: {failed.Rcode}.", IsUnknown: true);
        }
        // One address inside is enough to distrust the name.
        if (Array.Find(addresses, address => !reach.Allows(address)) is { } inside)
        {
            return new PolicyFetch(null, "", "", ProbeReach.Refusal(inside), IsUnknown: true);
        }
        var answer = await get.GetAsync(new UriBuilder(Uri.UriSchemeHttps, host, port, "/.well-known/mta-sts.txt").Uri, addresses, cancellationToken);
        // Where nobody took the connection, the way there may be shut for this machine only.
        return new PolicyFetch(answer.Status, answer.MediaType, answer.Body, answer.Problem, IsUnknown: answer is { Problem.Length: > 0, IsConnected: false });
    }
}
