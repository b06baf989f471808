using BounceBoard.Core.Addresses;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Storage.Domains;

namespace BounceBoard.Web.Domains;

/// <summary>Reads a sending domain of a tenant together with what was found in DNS; asks nobody.</summary>
public sealed class DomainViews(DomainReader domains, DomainRecords records)
{
    /// <returns>Null when the tenant has no such domain.</returns>
    public async Task<DomainView?> FindAsync(TenantId tenant, string name, CancellationToken cancellationToken) =>
        DomainName.TryParse(name, out var parsed) && await domains.FindByNameAsync(tenant, parsed, cancellationToken) is { } row
            ? await ViewAsync(tenant, row, cancellationToken)
            : null;

    private async Task<DomainView?> ViewAsync(TenantId tenant, DomainRow row, CancellationToken cancellationToken) =>
        await records.FindAsync(tenant, DomainName.Parse(row.Name), cancellationToken) is not { } dns
            ? null
            : new(row,
                RecordKind.Mx(row.Name, dns.Mx),
                RecordKind.Spf(row.Name, dns.Spf.Observations),
                RecordKind.Dmarc(dns.Dmarc.Name, dns.Dmarc.Observations),
                [.. dns.Dkim.Select(key => RecordKind.Dkim(key.Name, key.Selector ?? "", key.Observations))],
                dns.LastAt,
                dns.NextAt);
}
