using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Complaints that speak against sending again.</summary>
public sealed class ComplaintReader(Database.Database database)
{
    /// <summary>People at these domains who complained in that time.</summary>
    public Task<int> CountAsync(
        TenantId tenant, IReadOnlyCollection<string> domains, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.FindAsync<int>(
            $"""
            SELECT COUNT(*)
            FROM suppression
            WHERE tenant_id = @tenant AND reason = 'Complaint' AND since >= @from AND since <= @until AND domain {database.Dialect.AnyOf("@domains")}
            """,
            new { tenant, domains = database.Dialect.List(domains), from, until },
            cancellationToken);
}
