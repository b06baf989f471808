using System.Data.Common;
using BounceBoard.Core.Sources;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Sources;

namespace BounceBoard.Operations.RetryBatches.Outcomes;

/// <summary>The source under which conversations of controlled retries are evidence; made with the first of them.</summary>
internal sealed class RetrySource(SourceReader sources, SourceWriter writer)
{
    private const string Name = "controlled retries";

    /// <summary>Called in the tenant's turn, where nobody else can add one.</summary>
    public async Task<long> EnsureAsync(TenantId tenant, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var all = await sources.ListAsync(tenant, cancellationToken);
        if (all.FirstOrDefault(source => source.Kind == SourceKind.Retry) is { } known)
        {
            return known.Id;
        }
        var id = RowIds.Next(now);
        var name = all.Any(source => source.Name == Name) ? $"{Name} of this house" : Name;
        var source = new SourceRow { TenantId = tenant, Id = id, Name = name, Kind = SourceKind.Retry, Folder = null, CreatedAt = now };
        await writer.AddAsync(tenant, source, transaction, cancellationToken);
        return id;
    }
}
