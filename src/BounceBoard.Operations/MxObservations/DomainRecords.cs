using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Domains;
using BounceBoard.Storage.MxObservations;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.MxObservations;

/// <summary>Reads the DNS of a tenant's sending domain for its page.</summary>
public sealed class DomainRecords(
    TenantReader tenants, DomainReader domains, MxObservationReader mx, RecordObservationReader records, DomainWatchReader watch)
{
    /// <returns>Null when the tenant does not send from the domain.</returns>
    public async Task<SendingDomainDns?> FindAsync(TenantId tenant, DomainName domain, CancellationToken cancellationToken)
    {
        var row = await domains.FindByNameAsync(tenant, domain, cancellationToken);
        if (row is null || await tenants.FindAsync(tenant, cancellationToken) is not { } owner)
        {
            return null;
        }
        var origin = owner.IsDemo ? ObservationOrigin.Recorded : ObservationOrigin.Live;
        List<SendingRecord> dkim = [];
        foreach (var selector in row.Selectors)
        {
            dkim.Add(await RecordAsync(LookTargets.DkimName(selector, domain), selector, "", origin, cancellationToken));
        }
        var observed = await mx.ListAsync(domain, origin, cancellationToken);
        var watched = await watch.FindAsync(domain, cancellationToken);
        return new SendingDomainDns(
            [.. observed.GroupBy(seen => seen.Resolver).Select(line => line.Last())],
            await RecordAsync(domain.Value, null, "v=spf1", origin, cancellationToken),
            await RecordAsync(LookTargets.DmarcName(domain), null, "v=DMARC1", origin, cancellationToken),
            dkim, watched?.LastAt ?? observed.Max(seen => (DateTimeOffset?)seen.SeenUntil), watched?.DueAt);
    }

    private async Task<SendingRecord> RecordAsync(
        string name, string? selector, string prefix, ObservationOrigin origin, CancellationToken cancellationToken)
    {
        var seen = await records.ListAsync(name, RecordType.Txt, origin, cancellationToken);
        return new SendingRecord(name, selector, prefix, [.. seen.GroupBy(row => row.Resolver).Select(line => line.Last())]);
    }
}
