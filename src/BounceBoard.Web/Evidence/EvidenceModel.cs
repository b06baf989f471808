using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Sources;

namespace BounceBoard.Web.Evidence;

/// <summary>Reads what the page of one piece of evidence shows.</summary>
public sealed class EvidenceModel(EvidenceReader evidence, RefusalReader refusals, IncidentReader incidents, SourceReader sources)
{
    /// <summary>Refusals shown at most; a log chunk may hold thousands, and its incidents list them all.</summary>
    public const int MostRefusals = 200;

    /// <param name="rawFrom">First byte of the raw view.</param>
    /// <returns>Null when this tenant has no such evidence.</returns>
    public async Task<EvidenceData?> LoadAsync(TenantContext tenant, long id, long rawFrom, CancellationToken cancellationToken)
    {
        var key = tenant.Tenant.Id;
        if (await evidence.FindAsync(key, id, cancellationToken) is not { } row)
        {
            return null;
        }
        var told = await refusals.ListByEvidenceAsync(key, id, MostRefusals, cancellationToken);
        var found = new Dictionary<long, IncidentRow?>();
        foreach (var incident in told.Select(refusal => refusal.IncidentId).Distinct())
        {
            found[incident] = await incidents.FindAsync(key, incident, cancellationToken);
        }
        var source = await sources.FindAsync(key, row.SourceId, cancellationToken);
        return new(row, source?.Name, [.. told.Select(refusal => new EvidenceRefusal(refusal, found[refusal.IncidentId]))],
            await RawAsync(tenant, id, rawFrom, cancellationToken));
    }

    private async Task<RawPage?> RawAsync(TenantContext tenant, long id, long from, CancellationToken cancellationToken) =>
        tenant.Can(TenantAction.SeeRecipients) && await evidence.ContentAsync(tenant.Tenant.Id, id, cancellationToken) is { } bytes
            ? RawPage.Of(bytes, from)
            : null;
}
