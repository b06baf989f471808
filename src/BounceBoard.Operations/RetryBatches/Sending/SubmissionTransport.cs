using BounceBoard.Core.SendingRoutes;
using BounceBoard.Mail.Sending.Retries;
using BounceBoard.Operations.SendingRoutes;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>The tenant's own submission host (RFC 6409). It may stand in the local network: that is where most relays do.</summary>
internal sealed class SubmissionTransport(RetryLetters letters, SendingRouteSeal secrets, IOptions<RetryOptions> options) : IRetryTransport
{
    public SendingRouteKind Kind => SendingRouteKind.Submission;

    public Task<RetryDestination> FindAsync(RetryShipment shipment, CancellationToken cancellationToken) =>
        Task.FromResult(new RetryDestination($"relay {shipment.Route.Host}:{shipment.Route.Port}", false, shipment.Route.Host, []));

    public IRetryPassage Open(RetryDestination destination) => new SmtpPassage(letters, Server);

    private (RetryServer?, string?) Server(RetryShipment shipment)
    {
        var (route, password) = (shipment.Route, "");
        if (route.UserName.Length > 0)
        {
            if (secrets.Password(shipment.Tenant, route) is not { } opened)
            {
                return (null, "The route's password does not open with the installation's keys; enter it again.");
            }
            password = opened;
        }
        return (new RetryServer
        {
            Host = route.Host,
            Port = route.Port,
            Tls = RouteTls.Of(route.Tls),
            Helo = Greeting.Of(route, options.Value),
            User = route.UserName,
            Password = password,
            Source = route.SourceIp,
            CommandLimit = SendingTimes.Command,
            ConversationLimit = SendingTimes.Mail,
        }, null);
    }
}
