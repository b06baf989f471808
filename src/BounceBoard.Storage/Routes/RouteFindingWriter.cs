using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Routes;

/// <summary>Claims the daily check of the routes and keeps what it found.</summary>
public sealed class RouteFindingWriter
{
    /// <summary>Takes the check of one tenant until <paramref name="until"/>.</summary>
    /// <returns>False when it is not due, or somebody else has it.</returns>
    public async Task<bool> TryClaimAsync(
        TenantId tenant, DateTimeOffset now, DateTimeOffset until, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """
            INSERT INTO route_check (tenant_id, due_at) VALUES (@tenant, @until)
            ON CONFLICT (tenant_id) DO UPDATE SET due_at = excluded.due_at WHERE route_check.due_at <= @now
            """,
            new { tenant, now, until },
            cancellationToken) == 1;

    /// <summary>Puts the findings of a check in place of the last one's; what was found before keeps its time.</summary>
    public async Task ReplaceAsync(
        TenantId tenant, IReadOnlyList<RouteFindingRow> rows, DateTimeOffset now, DateTimeOffset nextAt, DbTransaction transaction,
        CancellationToken cancellationToken)
    {
        var known = (await transaction.ListAsync<(long RouteId, long Line, string Domain, long FoundAt)>(
            """SELECT route_id, line_number, domain, found_at FROM route_finding WHERE tenant_id = @tenant""", new { tenant }, cancellationToken))
            .ToDictionary(row => (row.RouteId, row.Line, row.Domain), row => DateTimeOffset.FromUnixTimeMilliseconds(row.FoundAt));
        await transaction.ExecuteAsync("""DELETE FROM route_finding WHERE tenant_id = @tenant""", new { tenant }, cancellationToken);
        foreach (var row in rows)
        {
            await transaction.ExecuteAsync(
                """
                INSERT INTO route_finding (tenant_id, route_id, line_number, domain, host, line, kind, how, found_at)
                SELECT tenant_id, id, @LineNumber, @Domain, @Host, @Line, @kind, @How, @foundAt
                FROM outbound_route WHERE tenant_id = @tenant AND id = @RouteId
                """,
                new
                {
                    tenant,
                    row.RouteId,
                    row.LineNumber,
                    row.Domain,
                    row.Host,
                    row.Line,
                    kind = row.Kind.ToString(),
                    row.How,
                    foundAt = known.GetValueOrDefault((row.RouteId, row.LineNumber, row.Domain), now),
                },
                cancellationToken);
        }
        await transaction.ExecuteAsync(
            """UPDATE route_check SET checked_at = @now, due_at = @nextAt WHERE tenant_id = @tenant""", new { tenant, now, nextAt }, cancellationToken);
    }

    /// <summary>A route was saved or removed: its findings are not its own any more, and the check is due at once.</summary>
    public async Task ForgetAsync(TenantId tenant, long routeId, DbTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync(
            """DELETE FROM route_finding WHERE tenant_id = @tenant AND route_id = @routeId""", new { tenant, routeId }, cancellationToken);
        await transaction.ExecuteAsync("""UPDATE route_check SET due_at = 0 WHERE tenant_id = @tenant""", new { tenant }, cancellationToken);
    }
}
