using System.Data.Common;
using System.Globalization;
using BounceBoard.Core.Alerts;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Verdicts;
using BounceBoard.Storage.Alerts;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Alerts;

/// <summary>
/// Notes what is to be told in the transaction in which it happens, once for each episode: a thousand refusals of one incident are one alert. What it says and
/// to whom is settled afterwards.
/// </summary>
internal sealed class AlertOutbox(AlertWriter alerts)
{
    /// <param name="openedAt">Event time of the refusal that opened it, or opened it again.</param>
    public Task OpenedAsync(
        TenantId tenant, long incidentId, DateTimeOffset openedAt, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken) =>
        RaiseAsync(tenant, AlertKind.Opened, incidentId, Episode(openedAt), now, transaction, cancellationToken);

    /// <param name="at">When it was resolved.</param>
    public Task RecoveredAsync(
        TenantId tenant, long incidentId, DateTimeOffset at, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken) =>
        RaiseAsync(tenant, AlertKind.Recovered, incidentId, Episode(at), now, transaction, cancellationToken);

    /// <summary>The rules looked at an incident. Before its opening was told there is nothing to correct: that alert says what holds then.</summary>
    /// <param name="before">As it was before.</param>
    public async Task DecidedAsync(
        TenantId tenant, IncidentRow before, Verdict verdict, long verdictId, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (await alerts.PeopleToldAsync(tenant, before.Id, transaction, cancellationToken) is not { } told)
        {
            return;
        }
        if (before.Verdict is { } former && former != verdict)
        {
            var episode = verdictId.ToString(CultureInfo.InvariantCulture);
            await RaiseAsync(tenant, AlertKind.VerdictChanged, before.Id, episode, now, transaction, cancellationToken);
        }
        if (AlertEscalation.IsDue(told, before.People))
        {
            var episode = string.Create(CultureInfo.InvariantCulture, $"{before.OpenedAt.ToUnixTimeMilliseconds()}/{told}");
            await RaiseAsync(tenant, AlertKind.Escalated, before.Id, episode, now, transaction, cancellationToken);
        }
    }

    public Task SilentAsync(TenantId tenant, long sourceId, DateTimeOffset since, DbTransaction transaction, CancellationToken cancellationToken) =>
        RaiseAsync(tenant, AlertKind.SourceSilent, sourceId, Episode(since), since, transaction, cancellationToken);

    public Task DisabledAsync(TenantId tenant, long destinationId, DateTimeOffset at, DbTransaction transaction, CancellationToken cancellationToken) =>
        RaiseAsync(tenant, AlertKind.DestinationDisabled, destinationId, Episode(at), at, transaction, cancellationToken);

    /// <summary>A step waits for approval; taken back and asked for again, it is the same one.</summary>
    /// <param name="stage">1 and up.</param>
    public Task RetryWaitingAsync(
        TenantId tenant, long batchId, int stage, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken) =>
        RaiseAsync(tenant, AlertKind.RetryWaiting, batchId, Episode(stage), now, transaction, cancellationToken);

    public Task RetryHaltedAsync(TenantId tenant, long batchId, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken) =>
        RaiseAsync(tenant, AlertKind.RetryHalted, batchId, "", now, transaction, cancellationToken);

    /// <summary>Mails of this step may have arrived and may not; the first of them is told for all.</summary>
    public Task RetryInDoubtAsync(
        TenantId tenant, long batchId, int stage, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken) =>
        RaiseAsync(tenant, AlertKind.RetryInDoubt, batchId, Episode(stage), now, transaction, cancellationToken);

    /// <summary>Issues came up in one examination; they are told together.</summary>
    public Task HealthIssueNewAsync(
        TenantId tenant, long domainId, long examId, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken) =>
        RaiseAsync(tenant, AlertKind.HealthIssueNew, domainId, Episode(examId), now, transaction, cancellationToken);

    /// <param name="fall">From where and how deep; a further fall from there is the same news, until it is as deep as another destination wants.</param>
    public Task HealthScoreDroppedAsync(
        TenantId tenant, long domainId, ScoreFall fall, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken) =>
        RaiseAsync(tenant, AlertKind.HealthScoreDropped, domainId, fall.Episode, now, transaction, cancellationToken);

    private Task<bool> RaiseAsync(
        TenantId tenant, AlertKind kind, long subject, string episode, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken) =>
        alerts.TryAddAsync(tenant, new NewAlert(RowIds.Next(now), kind, subject, episode), now, transaction, cancellationToken);

    private static string Episode(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Episode(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
