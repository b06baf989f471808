using BounceBoard.Core.Sources;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Sources;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Webhooks;

namespace BounceBoard.Web.Sources;

/// <summary>Reads what the page of one source shows.</summary>
public sealed class SourceModel(SourceReader sources, EvidenceReader evidence, WebhookReader webhooks, FollowedLogs logs)
{
    public const int MostRows = 50;

    /// <returns>Null when the tenant has no such source.</returns>
    public async Task<SourceData?> LoadAsync(TenantId tenant, long id, CancellationToken cancellationToken)
    {
        if (await sources.FindAsync(tenant, id, cancellationToken) is not { } source)
        {
            return null;
        }
        var counts = await evidence.CountsBySourceAsync(tenant, cancellationToken);
        var rows = await evidence.ListAsync(tenant, new EvidenceFilter(SourceId: id), MostRows, null, cancellationToken);
        var webhook = source.Kind == SourceKind.Webhook ? await webhooks.FindAsync(tenant, id, cancellationToken) : null;
        var log = source.Kind == SourceKind.LogFile ? await logs.LookAsync(tenant, id, cancellationToken) : null;
        return new SourceData(source, counts.FirstOrDefault(row => row.SourceId == id), webhook, log, rows);
    }
}
