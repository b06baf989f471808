using System.Data.Common;
using BounceBoard.Core.Alerts;
using BounceBoard.Core.Audit;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Alerts;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using Microsoft.Extensions.Logging;

namespace BounceBoard.Operations.Alerts;

/// <summary>
/// Notes what a destination said: delivered, tried again with growing pauses, or, after a day of failures or at its own wish, disabled with a notice. All in
/// the tenant's turn, so that a person who enables it meanwhile finds every row.
/// </summary>
internal sealed partial class AlertSettlement(
    Database database, AlertTables tables, AlertOutbox outbox, TimeProvider time, ILogger<AlertSettlement> logger)
{
    // Answers are others' words of any length.
    private const int MostAnswer = 500;

    public Task OfAsync(AlertDestinationRow sentTo, DateTimeOffset until, AlertAnswer answer, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Turn.Of(sentTo.TenantId),
            async transaction =>
            {
                var (tenant, now, text) = (sentTo.TenantId, time.GetUtcNow(), Cut(answer.Text));
                if (await tables.Destinations.FindAsync(tenant, sentTo.Id, cancellationToken) is not { } destination)
                {
                    return;
                }
                await tables.Writer.NoteAsync(
                    tenant, destination.Id, answer.Kind == AlertAnswerKind.Took, text, now, transaction, cancellationToken);
                if (answer.Kind == AlertAnswerKind.Took)
                {
                    await EndAsync(destination, until, AlertDeliveryState.Delivered, null, now, text, transaction, cancellationToken);
                    await TryMoveAsync(destination, AlertDestinationEvent.Answered, now, transaction, cancellationToken);
                    return;
                }
                await FailAsync(destination, until, answer.Kind, text, now, transaction, cancellationToken);
            },
            cancellationToken);

    /// <summary>The destination was disabled after these were claimed.</summary>
    public Task HoldAsync(AlertDestinationRow destination, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync(
            Turn.Of(destination.TenantId),
            async transaction =>
            {
                var now = time.GetUtcNow();
                // Enabled again since: they are simply due.
                var isStill = await tables.Destinations.FindAsync(destination.TenantId, destination.Id, cancellationToken)
                    is { State: AlertDestinationState.Disabled };
                await EndAsync(
                    destination, until, isStill ? AlertDeliveryState.Held : AlertDeliveryState.Waiting, isStill ? null : now, now, "", transaction,
                    cancellationToken);
            },
            cancellationToken);

    /// <summary>The owner's address has no row of its own: it is tried for a day.</summary>
    public Task OfOwnerAsync(
        TenantId tenant, DateTimeOffset until, DateTimeOffset oldest, AlertAnswer answer, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var again = answer.Kind == AlertAnswerKind.Later && !AlertBackOff.RanOut(oldest, now);
        var to = answer.Kind == AlertAnswerKind.Took ? AlertDeliveryState.Delivered : again ? AlertDeliveryState.Waiting : AlertDeliveryState.Refused;
        if (answer.Kind != AlertAnswerKind.Took)
        {
            LogOwner(logger, tenant.Value, again);
        }
        var next = now + (now - oldest > TimeSpan.FromHours(1) ? AlertBackOff.Pause(7, Random.Shared.NextDouble()) : AlertBackOff.Pause(3, Random.Shared.NextDouble()));
        return database.WriteAsync(
            Turn.Of(tenant),
            transaction => tables.Deliveries.EndAsync(
                tenant, AlertPlanning.Owner, until, to, again ? next : null, now, Cut(answer.Text), transaction, cancellationToken),
            cancellationToken);
    }

    private async Task FailAsync(
        AlertDestinationRow destination, DateTimeOffset until, AlertAnswerKind kind, string text, DateTimeOffset now, DbTransaction transaction,
        CancellationToken cancellationToken)
    {
        var tenant = destination.TenantId;
        var isOver = kind == AlertAnswerKind.Gone
            || (destination.State == AlertDestinationState.Failing && AlertBackOff.RanOut(destination.FailingSince ?? now, now));
        var next = kind == AlertAnswerKind.Refused ? now : now + AlertBackOff.Pause(destination.Failures + 1, Random.Shared.NextDouble());
        var to = kind == AlertAnswerKind.Refused ? AlertDeliveryState.Refused : isOver ? AlertDeliveryState.Held : AlertDeliveryState.Waiting;
        await EndAsync(destination, until, to, to == AlertDeliveryState.Waiting ? next : null, now, text, transaction, cancellationToken);
        await tables.Writer.NoteFailureAsync(tenant, destination.Id, now, next, transaction, cancellationToken);
        await tables.Deliveries.PostponeAsync(tenant, destination.Id, next, transaction, cancellationToken);
        var happened = kind == AlertAnswerKind.Gone ? AlertDestinationEvent.Gone : isOver ? AlertDestinationEvent.RanOut : AlertDestinationEvent.Failed;
        if (await TryMoveAsync(destination, happened, now, transaction, cancellationToken) && isOver)
        {
            await DisableAsync(destination, text, now, transaction, cancellationToken);
        }
    }

    private async Task DisableAsync(
        AlertDestinationRow destination, string text, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var tenant = destination.TenantId;
        await tables.Deliveries.MoveAllAsync(
            tenant, destination.Id, AlertDeliveryState.Waiting, AlertDeliveryState.Held, null, transaction, cancellationToken);
        await outbox.DisabledAsync(tenant, destination.Id, now, transaction, cancellationToken);
        var entry = new AuditEntry(
            now, Actor.System.Name, Actor.System.Via, "alert.disabled", $"alert destination {destination.Name}", RecipientMask.Inside(text));
        await tables.Audit.AppendAsync(tenant, entry, transaction, cancellationToken);
        LogDisabled(logger, tenant.Value, destination.Id);
    }

    private async Task<bool> TryMoveAsync(
        AlertDestinationRow destination, AlertDestinationEvent happened, DateTimeOffset now, DbTransaction transaction,
        CancellationToken cancellationToken) =>
        AlertDestinationStateMachine.Next(destination.State, happened) is { } next
        && await tables.Writer.TryMoveAsync(destination.TenantId, destination.Id, destination.State, next, now, transaction, cancellationToken);

    private Task<int> EndAsync(
        AlertDestinationRow destination, DateTimeOffset until, AlertDeliveryState to, DateTimeOffset? due, DateTimeOffset now, string text,
        DbTransaction transaction, CancellationToken cancellationToken) =>
        tables.Deliveries.EndAsync(destination.TenantId, destination.Id, until, to, due, now, text, transaction, cancellationToken);

    private static string Cut(string text) => text.Length <= MostAnswer ? text : text[..MostAnswer];

    [LoggerMessage(Level = LogLevel.Warning, Message = "Alert destination {Destination} of tenant {Tenant} is disabled: it does not answer, or wants nothing any more.")]
    private static partial void LogDisabled(ILogger logger, long tenant, long destination);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Alerts of tenant {Tenant} could not be told to the installation's owner; tried again: {Again}.")]
    private static partial void LogOwner(ILogger logger, long tenant, bool again);
}
