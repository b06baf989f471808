using BounceBoard.Core.Alerts;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Alerts;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Tenants;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.Alerts;

/// <summary>Words what was raised and addresses it to whoever wants to hear of it. Of two nodes that do the same, one writes it.</summary>
internal sealed class AlertPlanning(
    Database database, AlertReader reader, AlertWriter writer, AlertDestinationReader destinations, AlertDeliveryWriter deliveries, TenantReader tenants,
    AlertWording wording, IOptions<AlertOptions> options, TimeProvider time)
{
    /// <summary>Destination of the installation's owner, in each tenant's rows.</summary>
    public const long Owner = 0;

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);

    /// <returns>Number of alerts that were looked at.</returns>
    public async Task<int> PlanAsync(TenantId tenant, int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = await reader.ListDueAsync(tenant, now, most, cancellationToken);
        if (due.Count == 0 || await tenants.FindAsync(tenant, cancellationToken) is not { } row)
        {
            return 0;
        }
        foreach (var alert in due)
        {
            await PlanAsync(row, alert, now, cancellationToken);
        }
        return due.Count;
    }

    private async Task PlanAsync(TenantRow tenant, AlertRow alert, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = alert.DueAt ?? now;
        switch (await wording.WordAsync(tenant, alert, now, cancellationToken))
        {
            case AlertWords.NotYet:
                await database.WriteAsync(
                    Turn.Open,
                    transaction => writer.PostponeAsync(tenant.Id, alert.Id, due, now + LookAgain, transaction, cancellationToken),
                    cancellationToken);
                break;
            case AlertWords.Found found:
                await AddressAsync(tenant.Id, alert, due, found, now, cancellationToken);
                break;
            default:
                var gone = new AlertContent { Title = "What this told of was removed", Path = $"/t/{tenant.Slug}" };
                await AddressAsync(tenant.Id, alert, due, new AlertWords.Found(gone, ToNobody: true), now, cancellationToken);
                break;
        }
    }

    // In the tenant's turn: a destination that is being disabled or enabled has either done so before or will find these rows.
    private Task AddressAsync(
        TenantId tenant, AlertRow alert, DateTimeOffset due, AlertWords.Found words, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Turn.Of(tenant),
            async transaction =>
            {
                var content = AlertContentJson.Write(words.Content);
                if (!await writer.TryWordAsync(tenant, alert.Id, due, content, words.Content.People, transaction, cancellationToken) || words.ToNobody)
                {
                    return;
                }
                foreach (var destination in await destinations.ListAsync(tenant, cancellationToken))
                {
                    if (Wants(destination, alert, words.Content))
                    {
                        await deliveries.AddAsync(tenant, destination.Id, alert.Id, AlertTaste.Due(destination, now), transaction, cancellationToken);
                    }
                }
                if (options.Value.OwnerMail.Length > 0)
                {
                    await deliveries.AddAsync(tenant, Owner, alert.Id, now, transaction, cancellationToken);
                }
            },
            cancellationToken);

    // A destination that is switched off is not told of itself.
    private static bool Wants(AlertDestinationRow destination, AlertRow alert, AlertContent content) =>
        destination.Id != alert.SubjectId && AlertTaste.Filter(destination).Takes(alert.Kind, content.Confidence, content.People)
        && (alert.Kind != AlertKind.HealthScoreDropped || ScoreFall.Of(alert.Episode).Points == destination.LeastDrop);
}
