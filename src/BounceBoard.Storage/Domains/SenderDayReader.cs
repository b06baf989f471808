using BounceBoard.Core.Addresses;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Domains;

/// <summary>Counts the refusals of a sender domain's mail.</summary>
public sealed class SenderDayReader(Database.Database database)
{
    // As in the index: what stands behind the last @.
    private const string DomainOf = "lower(replace(r.sender, rtrim(r.sender, replace(r.sender, '@', '')), ''))";

    /// <summary>Days with refusals of mail whose envelope sender is of the domain or of a name below it, the earliest first.</summary>
    public Task<IReadOnlyList<SenderDayRow>> ListAsync(TenantId tenant, DomainName domain, DateTimeOffset since, CancellationToken cancellationToken) =>
        // Jumps from one sender domain to the next in the index: there are few, and each may have many refusals. CROSS JOIN tells SQLite to keep that order.
        database.ListAsync<SenderDayRow>(
            $"""
            WITH RECURSIVE s (name) AS (
                SELECT (SELECT {DomainOf} FROM refusal r WHERE r.tenant_id = @tenant AND {DomainOf} > '' ORDER BY {DomainOf} LIMIT 1)
                UNION ALL
                SELECT (SELECT {DomainOf} FROM refusal r WHERE r.tenant_id = @tenant AND {DomainOf} > s.name ORDER BY {DomainOf} LIMIT 1)
                FROM s
                WHERE s.name IS NOT NULL
            )
            SELECT r.occurred_at / 86400000 AS day, COUNT(*) AS refusals
            FROM s CROSS JOIN refusal r
            WHERE r.tenant_id = @tenant AND {DomainOf} = s.name AND r.occurred_at >= @since AND (s.name = @name OR s.name LIKE @below ESCAPE '\')
            GROUP BY r.occurred_at / 86400000
            ORDER BY day
            """,
            new { tenant, name = domain.Value, below = $"%.{domain.Value.Replace("_", @"\_", StringComparison.Ordinal)}", since },
            cancellationToken);
}
