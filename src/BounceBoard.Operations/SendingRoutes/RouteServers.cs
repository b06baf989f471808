using BounceBoard.Core.Addresses;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Core.Tenants;
using BounceBoard.Dns.Resolving;
using BounceBoard.Mail.Sending.Retries;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Operations.RetryBatches.Sending;
using BounceBoard.Storage.SendingRoutes;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>Names the server that a route's test goes to.</summary>
internal sealed class RouteServers(ResolverSet resolvers, SendingRouteSeal seal, IOptions<RetryOptions> options, DirectReach reach)
{
    // A person waits for it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <returns>The server, or why there is none, in words.</returns>
    public async Task<(RetryServer? Server, string? Problem)> FindAsync(TenantId tenant, SendingRouteRow route, CancellationToken cancellationToken) =>
        route.Kind == SendingRouteKind.Direct ? await ExchangerAsync(route, cancellationToken) : Relay(tenant, route);

    private (RetryServer?, string?) Relay(TenantId tenant, SendingRouteRow route)
    {
        var password = route.UserName.Length == 0 ? "" : seal.Password(tenant, route);
        return password is null
            ? (null, "The password does not open with the installation's keys. Enter it again.")
            : (Server(route, route.Host, route.Port, RouteTls.Of(route.Tls)) with { User = route.UserName, Password = password }, null);
    }

    private async Task<(RetryServer?, string?)> ExchangerAsync(SendingRouteRow route, CancellationToken cancellationToken)
    {
        if (!options.Value.AllowDirect)
        {
            return (null, "This installation does not send straight to the MX of recipients (Retries:AllowDirect).");
        }
        var domain = EmailAddress.Parse(route.TestMailbox).Domain;
        var answers = await Task.WhenAll(resolvers.All.Select(resolver => resolver.MxAsync(domain, cancellationToken)));
        // Every address of the first exchanger must be public: a mail that goes inside tests nothing that a retry would do.
        var exchanger = answers.SelectMany(answer => answer.Hosts).FirstOrDefault(host => host.Addresses.Count > 0 && host.Addresses.All(reach.Allows));
        return exchanger is null
            ? (null, $"No resolver names a mail server with public addresses for {domain.Display}.")
            : (Server(route, exchanger.Name.Value, reach.Port, RetryTls.Opportunistic) with { Addresses = exchanger.Addresses }, null);
    }

    private RetryServer Server(SendingRouteRow route, string host, int port, RetryTls tls) => new()
    {
        Host = host,
        Port = port,
        Tls = tls,
        Helo = Greeting.Of(route, options.Value),
        Source = route.SourceIp,
        CommandLimit = Patience,
        ConversationLimit = Patience * 2,
    };
}
