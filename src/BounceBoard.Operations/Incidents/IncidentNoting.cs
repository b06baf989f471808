using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Incidents;

/// <summary>Notes on an incident: plain text, appended, never changed.</summary>
public sealed class IncidentNoting(IncidentReader incidents, IncidentNoteWriter notes, AuditedWrite writes, ChangeFeed changes)
{
    /// <summary>Characters of one note.</summary>
    public const int Longest = 4000;

    public async Task<OperationResult<Unit>> AddAsync(Actor actor, TenantId tenant, long id, string text, CancellationToken cancellationToken)
    {
        var result = await writes.InTenantAsync<Unit>(
            actor,
            tenant,
            TenantAction.HandleIncidents,
            async scope =>
            {
                var said = text.ReplaceLineEndings("\n").Trim();
                if (said.Length is 0 or > Longest)
                {
                    return new OperationResult.Refused($"Write a note of 1 to {Longest:N0} characters; this one has {said.Length:N0}.");
                }
                if (await incidents.FindAsync(tenant, id, cancellationToken) is not { } incident)
                {
                    return HandMoves.NotThere;
                }
                var row = new IncidentNoteRow { Id = RowIds.Next(scope.Now), IncidentId = id, WrittenAt = scope.Now, Author = actor.Name, Text = said };
                await notes.AddAsync(tenant, row, scope.Transaction, cancellationToken);
                // Not the text: it may name people, and the audit log is kept longer.
                await scope.AuditAsync("incident.note", $"incident {incident.Number}", $"{said.Length} characters", cancellationToken);
                return new Unit();
            },
            cancellationToken);
        changes.PublishIncidents(tenant, result);
        return result;
    }
}
