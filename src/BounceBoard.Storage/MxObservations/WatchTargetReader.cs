using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.MxObservations;

/// <summary>What else to ask when a domain is looked at. Gathered over all tenants, handed out without them: addresses and selectors are public.</summary>
public sealed class WatchTargetReader(Database.Database database)
{
    /// <summary>Addresses that refused mail for the domain where it has an open incident, latest first.</summary>
    public async Task<IReadOnlyList<IPAddress>> RefusingAddressesAsync(
        DomainName domain, DateTimeOffset since, int take, CancellationToken cancellationToken)
    {
        var texts = await database.ListAsync<string>(
            """
            SELECT h.remote_ip
            FROM (SELECT DISTINCT d.tenant_id
                  FROM incident_domain d
                  JOIN incident i ON i.tenant_id = d.tenant_id AND i.id = d.incident_id
                  JOIN tenant t ON t.tenant_id = d.tenant_id
                  WHERE d.recipient_domain = @domain AND i.state IN ('Open', 'Recovering') AND NOT t.is_demo AND t.state <> 'Archived') watching
            JOIN delivery_hour h ON h.tenant_id = watching.tenant_id
            WHERE h.recipient_domain = @domain AND h.hour >= @since AND h.outcome <> 'Accepted' AND h.messages > 0 AND h.remote_ip <> ''
            GROUP BY h.remote_ip
            ORDER BY MAX(h.hour) DESC, h.remote_ip
            LIMIT @take
            """,
            new { domain = domain.Value, since = Hours.StartOf(since), take },
            cancellationToken);
        return [.. texts.Select(text => IPAddress.TryParse(text, out var address) ? address : null).OfType<IPAddress>()];
    }

    /// <summary>DKIM selectors of the domain, of every tenant that sends from it.</summary>
    /// <returns>Null when no tenant sends from the domain.</returns>
    public async Task<IReadOnlyList<string>?> SelectorsAsync(DomainName domain, CancellationToken cancellationToken)
    {
        var lists = await database.ListAsync<string>(
            """
            SELECT s.selectors
            FROM tenant_domain s
            JOIN tenant t ON t.tenant_id = s.tenant_id
            WHERE s.name = @domain AND NOT t.is_demo AND t.state <> 'Archived'
            """,
            new { domain = domain.Value },
            cancellationToken);
        return lists.Count == 0 ? null : [.. lists.SelectMany(JsonText.Read).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
