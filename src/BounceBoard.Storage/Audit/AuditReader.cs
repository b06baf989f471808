using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Audit;

/// <summary>Reads audit logs.</summary>
public sealed class AuditReader(Database.Database database)
{
    private const string Columns = "tenant_id, seq, at, actor, via, action, object, detail, previous_hash, hash";

    /// <summary>Lines of one tenant, newest first.</summary>
    /// <param name="take">At most so many.</param>
    /// <param name="beforeSeq">Only lines before this one; null for the newest.</param>
    public Task<IReadOnlyList<AuditRow>> ListAsync(
        TenantId tenant, AuditFilter filter, int take, long? beforeSeq, CancellationToken cancellationToken) =>
        database.ListAsync<AuditRow>(
            $"""
            SELECT {Columns} FROM audit
            WHERE tenant_id = @tenant
              AND (@beforeSeq IS NULL OR seq < @beforeSeq)
              AND (@Actor IS NULL OR actor = @Actor)
              AND (@Action IS NULL OR action = @Action OR substr(action, 1, length(@Action) + 1) = @Action || '.')
              AND (@Via IS NULL OR via = @Via)
              AND (@From IS NULL OR at >= @From)
              AND (@Until IS NULL OR at < @Until)
              AND (@text IS NULL OR LOWER(object || ' ' || detail) LIKE @text ESCAPE '\')
            ORDER BY seq DESC
            LIMIT @take
            """,
            new
            {
                tenant,
                take,
                beforeSeq,
                filter.Actor,
                filter.Action,
                filter.Via,
                text = LikePattern.Containing(filter.Text),
                filter.From,
                filter.Until,
            },
            cancellationToken);

    /// <summary>The whole log of one tenant from the first line, without holding it in memory.</summary>
    public IAsyncEnumerable<AuditRow> StreamAsync(TenantId tenant, CancellationToken cancellationToken) =>
        database.StreamAsync<AuditRow>(
            $"""SELECT {Columns} FROM audit WHERE tenant_id = @tenant ORDER BY seq""", new { tenant }, cancellationToken);

    /// <summary>Tenants that have a log, the installation's own included.</summary>
    public Task<IReadOnlyList<TenantId>> ListChainsAsync(CancellationToken cancellationToken) =>
        database.ListAsync<TenantId>("""SELECT DISTINCT tenant_id FROM audit ORDER BY tenant_id""", null, cancellationToken);
}
