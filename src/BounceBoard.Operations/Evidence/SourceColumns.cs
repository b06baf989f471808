using System.Text.Json;
using BounceBoard.Core.Tenants;
using BounceBoard.Mail.Reading;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Sources;

namespace BounceBoard.Operations.Evidence;

/// <summary>The columns of a source's table log, kept from one file to the next: a rotated file may come without the line that names them.</summary>
internal sealed class SourceColumns(Database database, SourceColumnsReader reader, SourceColumnsWriter writer)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <param name="evidenceId">A piece that came by the source.</param>
    public async Task<LogColumns?> FindAsync(TenantId tenant, long evidenceId, CancellationToken cancellationToken) =>
        await reader.FindAsync(tenant, evidenceId, cancellationToken) is { } json ? JsonSerializer.Deserialize<LogColumns>(json, Options) : null;

    public Task KeepAsync(TenantId tenant, long evidenceId, LogColumns columns, CancellationToken cancellationToken) => database.WriteAsync(
        Turn.Of(tenant),
        transaction => writer.SetAsync(tenant, evidenceId, JsonSerializer.Serialize(columns, Options), transaction, cancellationToken),
        cancellationToken);
}
