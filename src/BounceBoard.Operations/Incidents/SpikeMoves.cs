using System.Data.Common;
using System.Globalization;
using BounceBoard.Core.Audit;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Incidents.Spikes;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Audit;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Incidents;

/// <summary>
/// Moves an incident on when its spike stopped, settled or began again, or when one that never had a spike fell silent; by event time. Each move leaves a
/// line in the audit log.
/// </summary>
internal sealed class SpikeMoves(IncidentMoves moves, AuditWriter audit)
{
    /// <summary>Calm for so long is settled: a receiver's day has seen every kind of hour once.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromHours(24);

    /// <summary>Silent for so long is over where no spike tells: two issues of a weekly letter were not refused, or not sent.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromDays(14);

    public async Task MoveAsync(
        TenantId tenant, IncidentRow incident, ScopePicture picture, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (Of(incident, picture, now) is not var (happened, at, why) || IncidentStateMachine.Next(incident.State, happened) is not { } next
            || !await moves.TryMoveAsync(tenant, incident.Id, incident.State, next, at, now, picture.Own is not null, transaction, cancellationToken))
        {
            return;
        }

        var entry = new AuditEntry(
            now, Actor.System.Name, Actor.System.Via, $"incident.{next.ToString().ToLowerInvariant()}",
            string.Create(CultureInfo.InvariantCulture, $"incident {incident.Number}"),
            string.Create(CultureInfo.InvariantCulture, $"{incident.State} to {next}; {why} {at.UtcDateTime:yyyy-MM-dd HH:mm}Z"));
        await audit.AppendAsync(tenant, entry, transaction, cancellationToken);
    }

    private static (IncidentEvent Happened, DateTimeOffset At, string Why)? Of(IncidentRow incident, ScopePicture picture, DateTimeOffset now) =>
        // One that ended before the incident was opened again tells of what was before.
        picture.Own is { } spike && !(spike.StoppedAt <= incident.OpenedAt) ? Of(incident, spike, now) : OfSilence(incident, now);

    private static (IncidentEvent Happened, DateTimeOffset At, string Why)? Of(IncidentRow incident, Spike spike, DateTimeOffset now) => spike switch
    {
        { StoppedAt: { } stopped } when incident.State == IncidentState.Open && stopped > incident.OpenedAt => (IncidentEvent.Calmed, stopped, "back inside its baseline at"),
        { StoppedAt: { } stopped } when incident.State == IncidentState.Recovering && now - stopped >= Settling =>
            (IncidentEvent.Settled, stopped + Settling, "calm for 24 hours at"),
        { StoppedAt: null, Since: var since } when incident.State == IncidentState.Recovering => (IncidentEvent.RefusedAgain, since, "outside its baseline since"),
        _ => null,
    };

    // What was never seen to fail more than usual cannot be seen to fail no more; it can only be heard no more.
    private static (IncidentEvent Happened, DateTimeOffset At, string Why)? OfSilence(IncidentRow incident, DateTimeOffset now) => incident.State switch
    {
        IncidentState.Open when now - incident.LastAt >= Silence => (IncidentEvent.Calmed, incident.LastAt + Silence, "no refusal for 14 days at"),
        IncidentState.Recovering when now - incident.LastAt >= Silence + Settling =>
            (IncidentEvent.Settled, incident.LastAt + Silence + Settling, "no refusal for 15 days at"),
        IncidentState.Recovering when now - incident.LastAt < Silence => (IncidentEvent.RefusedAgain, incident.LastAt, "refused again at"),
        _ => null,
    };
}
