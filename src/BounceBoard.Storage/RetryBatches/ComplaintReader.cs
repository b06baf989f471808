using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Complaints that speak against sending again.</summary>
public sealed class ComplaintReader(Database.Database database)
{
    // Domain by domain: the list of a tenant is long, that of a domain short.
    private const string OfDomain = "s.tenant_id = @tenant AND s.domain = wanted.value AND s.since >= @from AND s.since <= @until AND s.reason = 'Complaint'";

    /// <summary>People at these domains who complained in that time.</summary>
    public Task<int> CountAsync(
        TenantId tenant, IReadOnlyCollection<string> domains, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.FindAsync<int>(
            $"""
            SELECT COUNT(s.id)
            FROM {database.Dialect.ForEach("@domains", "suppression", "s", OfDomain)}
            """,
            new { tenant, domains = database.Dialect.List(domains.Distinct(StringComparer.Ordinal)), from, until },
            cancellationToken);
}
