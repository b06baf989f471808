using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Sources;

namespace BounceBoard.Web.Evidence;

/// <summary>Hands what a person uploads to the intake and finds the incidents that came of it.</summary>
public sealed class EvidenceUpload(EvidenceIntake intake, SourceReader sources, RefusalReader refusals, IncidentReader incidents, IntakeHold hold)
{
    private const int MostRefusals = 200;

    public async Task TakeAsync(TenantId tenant, Actor actor, UploadLine line, Stream content, Action changed, CancellationToken cancellationToken)
    {
        try
        {
            await ReceiveAsync(tenant, actor, line, content, changed, cancellationToken);
        }
        catch (IntakeStoppedException stopped)
        {
            line.Fault = stopped.Message;
        }
        catch (Exception fault) when (StorageFaults.Of(fault) is StorageFault.Outage or StorageFault.Full)
        {
            line.Fault = line.Receipt is null
                ? "The database does not answer: nothing of this file was stored. Send it again when it does."
                : "It is stored; what came of it stands under incidents when the database answers again.";
        }
    }

    private async Task ReceiveAsync(TenantId tenant, Actor actor, UploadLine line, Stream content, Action changed, CancellationToken cancellationToken)
    {
        var source = await hold.RunAsync(actor, () => sources.FindByNameAsync(tenant, DefaultSources.Upload, cancellationToken), cancellationToken);
        if (source is null)
        {
            line.Fault = $"This tenant has no source named '{DefaultSources.Upload}'. Nothing was kept; add it under sources and try again.";
            return;
        }
        var counted = new CountedStream(content, arrived => Arrived(line, arrived, changed));
        // Signed in: the person vouches for what they upload.
        var result = await intake.ReceiveAsync(tenant, source.Id, line.Name, counted, true, actor, null, cancellationToken);
        line.Fault = result.Refused;
        line.Receipt = result.Refused is null ? result : null;
        line.Incidents = await hold.RunAsync(actor, () => IncidentsOfAsync(tenant, result, cancellationToken), cancellationToken);
    }

    // Every quarter megabyte: often enough to be seen moving, seldom enough not to flood the circuit.
    private static void Arrived(UploadLine line, long arrived, Action changed)
    {
        var moved = arrived / (256 * 1024) != line.Arrived / (256 * 1024);
        line.Arrived = arrived;
        if (moved)
        {
            changed();
        }
    }

    private async Task<IReadOnlyList<IncidentRow>> IncidentsOfAsync(TenantId tenant, IntakeResult result, CancellationToken cancellationToken)
    {
        var found = new SortedDictionary<long, IncidentRow>();
        foreach (var item in result.Items)
        {
            foreach (var refusal in await refusals.ListByEvidenceAsync(tenant, item.EvidenceId, MostRefusals, cancellationToken))
            {
                if (!found.Values.Any(incident => incident.Id == refusal.IncidentId)
                    && await incidents.FindAsync(tenant, refusal.IncidentId, cancellationToken) is { } incident)
                {
                    found[incident.Number] = incident;
                }
            }
        }
        return [.. found.Values];
    }
}
