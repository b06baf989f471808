using System.Data.Common;
using System.Globalization;
using BounceBoard.Core.Audit;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Audit;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Incidents;

/// <summary>Moves an incident on when its spike stopped, settled or began again, by event time; each move leaves a line in the audit log.</summary>
internal sealed class SpikeMoves(IncidentMoves moves, AuditWriter audit)
{
    /// <summary>Calm for so long is settled: a receiver's day has seen every kind of hour once.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromHours(24);

    public async Task MoveAsync(
        TenantId tenant, IncidentRow incident, ScopePicture picture, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (Of(incident, picture, now) is not var (happened, at, why) || IncidentStateMachine.Next(incident.State, happened) is not { } next
            || !await moves.TryMoveAsync(tenant, incident.Id, incident.State, next, at, now, transaction, cancellationToken))
        {
            return;
        }

        var entry = new AuditEntry(
            now, Actor.System.Name, Actor.System.Via, $"incident.{next.ToString().ToLowerInvariant()}",
            string.Create(CultureInfo.InvariantCulture, $"incident {incident.Number}"),
            string.Create(CultureInfo.InvariantCulture, $"{incident.State} to {next}; {why} {at.UtcDateTime:yyyy-MM-dd HH:mm}Z"));
        await audit.AppendAsync(tenant, entry, transaction, cancellationToken);
    }

    // Only what was seen to begin can be seen to end: an incident without a spike waits for deliveries or for a person.
    private static (IncidentEvent Happened, DateTimeOffset At, string Why)? Of(IncidentRow incident, ScopePicture picture, DateTimeOffset now) => picture.Own switch
    {
        { StoppedAt: { } stopped } when incident.State == IncidentState.Open && stopped > incident.OpenedAt => (IncidentEvent.Calmed, stopped, "back inside its baseline at"),
        { StoppedAt: { } stopped } when incident.State == IncidentState.Recovering && now - stopped >= Settling =>
            (IncidentEvent.Settled, stopped + Settling, "calm for 24 hours at"),
        { StoppedAt: null, Since: var since } when incident.State == IncidentState.Recovering => (IncidentEvent.RefusedAgain, since, "outside its baseline since"),
        _ => null,
    };
}
