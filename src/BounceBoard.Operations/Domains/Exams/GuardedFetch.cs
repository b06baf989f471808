using System.Net;
using BounceBoard.Core.Domains;
using BounceBoard.Dns.Resolving;
using BounceBoard.Operations.Outside;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>
/// Fetches what a domain or its registry names, and nothing from inside the house's own network: the name is looked up once, every address is
/// checked, and the connection goes to a checked one.
/// </summary>
/// <param name="port">What stands for port 443, the only one that is asked; another one in a laboratory.</param>
internal sealed class GuardedFetch(ResolverSet resolvers, ProbeReach reach, CheckedGet get, int port)
{
    /// <summary>For connecting, asking and the whole answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const int Https = 443;

    /// <param name="resolverName">Whose answers the rest of the examination stands on.</param>
    /// <exception cref="OperationCanceledException">Only for <paramref name="cancellationToken"/>.</exception>
    public async Task<OutsideAnswer> GetAsync(OutsideQuestion question, string resolverName, CancellationToken cancellationToken)
    {
        var address = question.Address;
        if (!IsAllowed(address))
        {
            return Failed($"{address} is not fetched: only https addresses with a host name and port {Https} are.", isUnknown: false);
        }
        var host = address.IdnHost;
        var resolver = resolvers.All.FirstOrDefault(one => one.Name == resolverName) ?? resolvers.All[0];
        var answers = await Task.WhenAll(
            resolver.RecordAsync(new RecordQuestion(host, RecordType.A), cancellationToken), resolver.RecordAsync(new RecordQuestion(host, RecordType.Aaaa), cancellationToken));
        IPAddress[] addresses = [.. answers.SelectMany(answer => answer.Records).Select(text => IPAddress.TryParse(text, out var one) ? one : null).OfType<IPAddress>()];
        if (addresses.Length == 0)
        {
            return answers.FirstOrDefault(answer => answer.State == DnsState.Unknown) is { } failed
                ? Failed($"The addresses of {host} could not be found out: {failed.Rcode}.", isUnknown: true)
                : Failed($"{host} has no address.", isUnknown: false);
        }
        // One address inside is enough to distrust the name.
        return Array.Find(addresses, one => !reach.Allows(one)) is { } inside
            ? Failed(ProbeReach.Refusal(inside), isUnknown: true)
            : await get.GetAsync(question with { Address = new UriBuilder(address) { Port = port }.Uri }, addresses, cancellationToken);
    }

    /// <summary>The same, and where it is answered with a redirect, what that leads to: once, and past the same guard.</summary>
    public async Task<OutsideAnswer> FollowOnceAsync(OutsideQuestion question, string resolverName, CancellationToken cancellationToken)
    {
        var answer = await GetAsync(question, resolverName, cancellationToken);
        return answer is { Status: >= 300 and < 400, Location: { } location } && Uri.TryCreate(question.Address, location, out var next)
            ? await GetAsync(question with { Address = next }, resolverName, cancellationToken)
            : answer;
    }

    // A port of somebody's choice would make this machine knock at other services, and an address in place of a name has no certificate to check.
    private static bool IsAllowed(Uri address) =>
        address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttps && address.Port == Https && address.UserInfo.Length == 0 && address.HostNameType == UriHostNameType.Dns;

    private static OutsideAnswer Failed(string problem, bool isUnknown) => new(null, "", [], problem, isUnknown);
}
