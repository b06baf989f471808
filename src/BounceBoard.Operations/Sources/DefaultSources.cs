using System.Data.Common;
using BounceBoard.Core.Sources;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Sources;

namespace BounceBoard.Operations.Sources;

/// <summary>The sources every tenant has from its first moment, so that evidence can come in without any set-up.</summary>
public static class DefaultSources
{
    public const string Upload = "upload";
    public const string Api = "api";
    public const string Cli = "cli";

    internal static async Task AddAsync(
        SourceWriter writer, TenantId tenant, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        foreach (var (name, kind) in ((string, SourceKind)[])[(Upload, SourceKind.Upload), (Api, SourceKind.Api), (Cli, SourceKind.Cli)])
        {
            var source = new SourceRow { TenantId = tenant, Id = RowIds.Next(now), Name = name, Kind = kind, Folder = null, CreatedAt = now };
            await writer.AddAsync(tenant, source, transaction, cancellationToken);
        }
    }
}
