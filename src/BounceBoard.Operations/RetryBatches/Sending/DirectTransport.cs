using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Dns.Resolving;
using BounceBoard.Mail.Sending.Retries;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>
/// Straight to the recipient's MX, asked afresh of every resolver of the house. Only public addresses are connected to, and only those that were checked, so
/// that no second answer of the DNS leads inside.
/// </summary>
internal sealed class DirectTransport(RetryLetters letters, ResolverSet resolvers, IOptions<RetryOptions> options, DirectReach reach) : IRetryTransport
{
    private const int MostAddresses = 6;

    public SendingRouteKind Kind => SendingRouteKind.Direct;

    public async Task<RetryDestination> FindAsync(RetryShipment shipment, CancellationToken cancellationToken)
    {
        if (!options.Value.AllowDirect)
        {
            return Without("This installation does not allow sending straight to the MX (Retries:AllowDirect).", isFinal: false);
        }
        if (!DomainName.TryParse(shipment.Attempt.Domain, out var domain))
        {
            return Without($"'{shipment.Attempt.Domain}' is not a domain name.", isFinal: true);
        }
        var answers = await Task.WhenAll(resolvers.All.Select(resolver => resolver.MxAsync(domain, cancellationToken)));
        var known = answers.Where(answer => answer.State != DnsState.Unknown).ToList();
        if (known.Count == 0)
        {
            return Without($"No resolver could say which servers take mail for {domain.Value}.", isFinal: false);
        }
        if (known.Select(MxNames).Distinct(StringComparer.Ordinal).Skip(1).Any())
        {
            return Without($"The resolvers do not agree on the MX of {domain.Value}.", isFinal: false);
        }
        return Destination(domain, known);
    }

    public IRetryPassage Open(RetryDestination destination) => new SmtpPassage(letters, shipment => (Server(destination, shipment), null));

    private RetryDestination Destination(DomainName domain, List<MxAnswer> known)
    {
        if (known[0].IsNullMx || known[0].NoSuchDomain)
        {
            return Without($"{domain.Value} takes no mail at all.", isFinal: true);
        }
        // Every exchange in the order of its preference, as resolvers agree on the names (RFC 5321 §5.1).
        var host = known[0].Hosts.Count > 0 ? known[0].Hosts[0].Name.Value : domain.Value;
        IReadOnlyList<IPAddress> all = known[0].Hosts.Count > 0
            ? [.. known[0].Hosts.SelectMany(mx => known.SelectMany(answer => answer.Hosts).Where(one => one.Name == mx.Name).SelectMany(one => one.Addresses)).Distinct().Take(MostAddresses)]
            : [.. known.SelectMany(answer => answer.ImplicitAddresses).Distinct().Take(MostAddresses)];
        return all.Count == 0 ? Without($"{host}, which takes mail for {domain.Value}, has no address.", isFinal: false)
            : all.All(reach.Allows) ? new RetryDestination($"mx {host}", true, host, all)
            : Without($"{host}, which takes mail for {domain.Value}, does not have public addresses only.", isFinal: true);
    }

    private RetryServer Server(RetryDestination destination, RetryShipment shipment) => new()
    {
        Host = destination.Host,
        Port = reach.Port,
        Tls = RetryTls.Opportunistic,
        Helo = Greeting.Of(shipment.Route, options.Value),
        Addresses = destination.Addresses,
        Source = shipment.Route.SourceIp,
        CommandLimit = SendingTimes.Command,
        ConversationLimit = SendingTimes.Mail,
    };

    private static string MxNames(MxAnswer answer) => answer.IsNullMx ? "." : string.Join(' ', answer.Hosts.Select(host => host.Name.Value).Order(StringComparer.Ordinal));

    private static RetryDestination Without(string problem, bool isFinal) => new("", true, "", [], problem) { IsFinal = isFinal };
}
