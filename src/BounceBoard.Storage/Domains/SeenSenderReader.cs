using BounceBoard.Core.Addresses;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Domains;

/// <summary>Reads how a tenant's mail was seen to be sent.</summary>
public sealed class SeenSenderReader(Database.Database database)
{
    /// <summary>Selectors that signed for exactly this domain: those that a trusted source told of first, then the latest.</summary>
    public Task<IReadOnlyList<SeenSelectorRow>> SelectorsAsync(
        TenantId tenant, DomainName domain, DateTimeOffset since, int take, CancellationToken cancellationToken) =>
        database.ListAsync<SeenSelectorRow>(
            """
            SELECT dkim_selector AS selector, MAX(CASE WHEN verified THEN 1 ELSE 0 END) = 1 AS verified, MAX(last_at) AS last_at
            FROM seen_sender
            WHERE tenant_id = @tenant AND dkim_domain = @domain AND dkim_selector > '' AND last_at >= @since
            GROUP BY dkim_selector
            ORDER BY 2 DESC, 3 DESC
            LIMIT @take
            """,
            new { tenant, domain = domain.Value, since, take },
            cancellationToken);

    /// <summary>The latest ways first, of all domains.</summary>
    public Task<IReadOnlyList<SeenSenderRow>> ListAsync(TenantId tenant, DateTimeOffset since, int take, CancellationToken cancellationToken) =>
        database.ListAsync<SeenSenderRow>(
            """
            SELECT dkim_domain, dkim_selector, envelope_domain, author_domain, sending_ip AS sending_ip_text, helo, pool, verified, reports, last_at
            FROM seen_sender
            WHERE tenant_id = @tenant AND last_at >= @since
            ORDER BY last_at DESC
            LIMIT @take
            """,
            new { tenant, since, take },
            cancellationToken);
}
