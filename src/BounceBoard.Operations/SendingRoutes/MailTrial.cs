using BounceBoard.Core.Tenants;
using BounceBoard.Mail.Sending.Retries;
using BounceBoard.Mail.SendingRoutes;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>Sends the fixed test message over a route to its own test mailbox.</summary>
internal sealed class MailTrial(RouteServers servers, SendingRouteSeal seal, DkimPublished published, TimeProvider time)
{
    public async Task<RouteTestResult> RunAsync(TenantId tenant, SendingRouteRow route, CancellationToken cancellationToken)
    {
        var (key, pem, problem) = Key(tenant, route);
        if (problem is not null)
        {
            return Failed(problem);
        }
        var (server, fault) = await servers.FindAsync(tenant, route, cancellationToken);
        if (server is null)
        {
            return Failed(fault ?? "");
        }
        var outcome = await SendAsync(server, route, key, cancellationToken);
        return new RouteTestResult(
            outcome.Kind == RetryOutcomeKind.Accepted,
            outcome.Reply,
            Connected(outcome),
            outcome.Transcript,
            pem is null ? null : await published.WarningAsync(pem, route.DkimDomain, route.DkimSelector, cancellationToken));
    }

    private async Task<RetryOutcome> SendAsync(RetryServer server, SendingRouteRow route, DkimKey? key, CancellationToken cancellationToken)
    {
        var (now, domain) = (time.GetUtcNow(), route.SenderDomains.Split('\n')[0]);
        var mail = new RouteTestMail($"postmaster@{domain}", route.TestMailbox, $"{RowIds.Next(now):x}.test@{domain}", route.PoolHeader, now);
        var message = new RetryMessage($"{route.ReturnPrefix}@{domain}", route.TestMailbox, mail.Write(key));
        await using var conversation = await RetryConversation.OpenAsync(server, null, cancellationToken);
        var outcome = await conversation.SendAsync(message, _ => Task.FromResult(true), cancellationToken);
        await conversation.QuitAsync(cancellationToken);
        return outcome;
    }

    private (DkimKey? Key, string? Pem, string? Problem) Key(TenantId tenant, SendingRouteRow route)
    {
        if (route.DkimKeySealed is null)
        {
            return (null, null, null);
        }
        if (seal.DkimKey(tenant, route) is not { } pem)
        {
            return (null, null, "The DKIM key does not open with the installation's keys. Paste it again.");
        }
        return DkimKey.TryRead(pem, route.DkimDomain, route.DkimSelector, out var key, out var fault) ? (key, pem, null) : (null, null, $"DKIM: {fault}");
    }

    // A relay beside the house is normal, so a host may be an address inside: whoever tests it sees where it leads.
    private static string Connected(RetryOutcome outcome) => outcome.RemoteAddress is not { } address
        ? ""
        : $"Connected to {address}{(outcome.RemoteName is { } name ? $", which calls itself {name}" : "")}; {outcome.Encryption ?? "not encrypted"}.";

    private static RouteTestResult Failed(string why) => new(false, why, "", "", null);
}
