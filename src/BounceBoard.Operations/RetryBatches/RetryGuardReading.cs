using System.Globalization;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Verdicts;
using BounceBoard.Storage.Alerts;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;
using BounceBoard.Storage.Tenants;
using BounceBoard.Storage.Verdicts;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Asks everything that must hold before anything is sent, as it is at this moment.</summary>
internal sealed class RetryGuardReading(
    TenantReader tenants, VerdictReader verdicts, SendingStopReader stops, RetryCountReader counts, MxGuard mx, ComplaintReader complaints,
    AlertDestinationReader alerts, IOptions<RetryOptions> options)
{
    /// <param name="route">As it is now; null when it is gone.</param>
    /// <param name="domains">Recipient domains of the batch, those with most recipients first.</param>
    public async Task<IReadOnlyList<RetryGuard>> ReadAsync(
        TenantId tenant, IncidentRow incident, SendingRouteRow? route, RetryLimits limits, IReadOnlyList<string> domains, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var (from, until) = CohortReading.WindowOf(incident);
        var current = await verdicts.CurrentAsync(tenant, incident.Id, cancellationToken);
        return
        [
            VerdictOf(incident),
            NotBefore(limits, current?.Finding.NotBefore),
            await mx.ReadAsync(tenant, domains, now, cancellationToken),
            .. RouteGuards.Of(route, options.Value),
            await TenantAsync(tenant, cancellationToken),
            await StopsAsync(tenant, cancellationToken),
            Cap("the tenant's mails of today", await counts.SentAsync(tenant, now, RetryCountKind.Tenant, "", cancellationToken), limits.PerDay),
            Cap("the installation's mails of today", await counts.SentAsync(TenantId.Installation, now, RetryCountKind.Installation, "", cancellationToken), options.Value.PerDay),
            Complaints(await complaints.CountAsync(tenant, domains, from, until > now ? until : now, cancellationToken)),
            Told((await alerts.ListAsync(tenant, cancellationToken)).Count > 0),
        ];
    }

    private static RetryGuard VerdictOf(IncidentRow incident) => incident.Verdict switch
    {
        Verdict.Retry => new("verdict", true, true, $"The verdict is Retry, confidence {Word(incident.Confidence)}."),
        Verdict.Investigate => new(
            "verdict", false, false, "The verdict is Investigate: somebody should find or mend the route first. A sample can still tell more."),
        Verdict.Suppress => new("verdict", false, true, "The verdict is Suppress: these addresses are held to be dead. Override it with a reason if you know better."),
        null => new("verdict", null, false, "The rules have not looked at the incident yet."),
    };

    private static string Word(Confidence? confidence) => confidence switch
    {
        Confidence.High => "high",
        Confidence.Medium => "medium",
        Confidence.Low => "low",
        null => "unknown",
    };

    private static RetryGuard NotBefore(RetryLimits limits, DateTimeOffset? earliest) => (limits.NotBefore, earliest) switch
    {
        (_, null) => new("not before", true, false, "The verdict names no time to wait for."),
        ({ } chosen, { } least) when chosen >= least => new("not before", true, false, $"Nothing is sent before {Time(chosen)}."),
        (_, { } least) => new(
            "not before", false, false, $"The verdict says that a retry is of no use before {Time(least)}: sooner it would measure somebody's cache."),
    };

    private async Task<RetryGuard> TenantAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var row = await tenants.FindAsync(tenant, cancellationToken);
        return row?.State == TenantState.Active
            ? new("tenant", true, true, $"{row.Name} is active.")
            : new("tenant", false, true, $"{row?.Name} is not active: nothing is sent.");
    }

    private async Task<RetryGuard> StopsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var standing = await stops.ListAsync(tenant, cancellationToken);
        return standing is [var first, ..]
            ? new("sending", false, true, $"{first.StoppedBy} stopped all sending{(first.TenantId == TenantId.Installation ? " of the installation" : "")} at {Time(first.StoppedAt)}: {first.Reason}")
            : new("sending", true, true, "Sending is not stopped.");
    }

    private static RetryGuard Cap(string what, int sent, int most) => sent < most
        ? new(what, true, true, string.Create(CultureInfo.InvariantCulture, $"{sent:N0} of {most:N0} are sent."))
        : new(what, false, true, string.Create(CultureInfo.InvariantCulture, $"All {most:N0} are sent; the day ends at 00:00 UTC."));

    private static RetryGuard Complaints(int found) => found == 0
        ? new("complaints", true, false, "Nobody at these domains has complained since the incident began.")
        : new("complaints", false, false, string.Create(
            CultureInfo.InvariantCulture, $"{found:N0} recipients at these domains have complained since the incident began. Ask whether this mail is wanted."));

    private static RetryGuard Told(bool somebody) => somebody
        ? new("alerts", true, false, "Somebody is told when a batch halts.")
        : new("alerts", false, false, "Nobody is told when a batch halts: the tenant has no destination for alerts.");

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
