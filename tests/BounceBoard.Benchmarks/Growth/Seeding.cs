using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Evidence;
using BounceBoard.Core.Sources;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.MxObservations;
using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Benchmarks.Growth;

/// <summary>Fills an empty installation with thirteen months of refusals and everything that is counted of them.</summary>
internal sealed class Seeding(GrowthShape shape, Database database)
{
    /// <summary>Seeds it unless that was done before.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (await database.FindAsync<long>("SELECT COUNT(*) FROM domain_watch WHERE domain = 'seeded.example'", null, cancellationToken) == 1)
        {
            return;
        }
        var events = shape.Events();
        var counts = new SeedCounts(shape, events);
        for (var month = GrowthShape.Start; month <= GrowthShape.Now; month = month.AddMonths(1))
        {
            await MonthPartitions.EnsureAsync(database, month, cancellationToken);
        }
        await using var writer = await SeedWriter.OpenAsync(database, cancellationToken);
        await writer.RunAsync(transaction => TenantsAsync(transaction, cancellationToken), cancellationToken);
        await CountsAsync(writer, counts, cancellationToken);
        await FactsAsync(writer, new SeedArrivals(shape, events), cancellationToken);
        await writer.RunAsync(transaction => AnswersAsync(transaction, cancellationToken), cancellationToken);
        await writer.SettleAsync(cancellationToken);
        await writer.RunAsync(
            transaction => new DomainWatchWriter().WatchAsync([DomainName.Parse("seeded.example")], GrowthShape.Now, transaction, cancellationToken),
            cancellationToken);
    }

    private async Task CountsAsync(SeedWriter writer, SeedCounts counts, CancellationToken cancellationToken)
    {
        var incidents = shape.Incidents;
        await writer.WriteAsync(SeedRows.Incidents, incidents.OrderBy(incident => incident.FirstAt), cancellationToken);
        await writer.WriteAsync(
            SeedRows.Hours, counts.Hours.OrderBy(row => row.Key.Hour).Select(row => (incidents[row.Key.Incident], row.Key.Hour, row.Value)), cancellationToken);
        await writer.WriteAsync(
            SeedRows.Domains,
            counts.Domains.Select(row => (incidents[row.Key.Incident], SeedNames.Domain(row.Key.Domain), row.Value.Refusals, row.Value.LastAt)),
            cancellationToken);
        await writer.WriteAsync(
            SeedRows.People,
            counts.People.OrderBy(row => row.Value.FirstAt).Select(row => (
                incidents[row.Key.Incident],
                SeedNames.Address(SeedCounts.DomainOf(incidents[row.Key.Incident], row.Key.Person), row.Key.Person).ToLowerInvariant(),
                row.Value.Refusals, row.Value.FirstAt, row.Value.LastAt)),
            cancellationToken);
        await writer.WriteAsync(
            SeedRows.Deliveries,
            counts.Deliveries.OrderBy(row => row.Key.Hour).Select(row => new SeedDelivery(
                row.Key.Tenant, row.Key.Domain, row.Key.Hour, row.Key.Orders, row.Key.Upper, row.Key.Outcome, row.Value)),
            cancellationToken);
        await writer.WriteAsync(
            SeedRows.TenantHours,
            counts.Tenants.Select(row => (row.Key.Tenant, row.Key.Hour, row.Value.Accepted, row.Value.Deferred, row.Value.Refused)), cancellationToken);
        await writer.WriteAsync(SeedVerdict.Table, incidents.SelectMany(SeedVerdict.Of), cancellationToken);
    }

    private static async Task FactsAsync(SeedWriter writer, SeedArrivals arrivals, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(SeedEvidence.Rows, arrivals.Evidence, cancellationToken);
        await writer.WriteAsync(SeedEvidence.Contents, arrivals.Evidence, cancellationToken);
        await writer.WriteAsync(SeedEvidence.Intake, arrivals.Evidence, cancellationToken);
        await writer.WriteAsync(SeedRefusal.Table, arrivals.Refusals, cancellationToken);
        await writer.WriteAsync(SeedRows.Links, arrivals.Refusals, cancellationToken);
        var received = arrivals.Evidence.GroupBy(row => row.Tenant).Select(rows => (
            rows.Key, (long)rows.Count(row => row.State == EvidenceState.Parsed), (long)rows.Count(row => row.State == EvidenceState.Quarantined),
            rows.Max(row => row.Id >> 21)));
        await writer.WriteAsync(SeedRows.Intake, received, cancellationToken);
    }

    private async Task TenantsAsync(System.Data.Common.DbTransaction transaction, CancellationToken cancellationToken)
    {
        var at = GrowthShape.Start;
        foreach (var tenant in shape.Tenants)
        {
            var id = new TenantId(tenant.Number);
            await new TenantWriter().AddAsync(
                new TenantRow { Id = id, Slug = $"t{tenant.Number}", Name = $"Tenant {tenant.Number}", State = TenantState.Active, IsDemo = false, CreatedAt = at },
                transaction, cancellationToken);
            await new SourceWriter().AddAsync(
                id, new SourceRow { TenantId = id, Id = 1, Name = "relay", Kind = SourceKind.Api, Folder = null, CreatedAt = at }, transaction, cancellationToken);
        }
    }

    private static async Task AnswersAsync(System.Data.Common.DbTransaction transaction, CancellationToken cancellationToken)
    {
        var writer = new MxObservationWriter();
        foreach (var domain in Enumerable.Range(0, SeedNames.Domains).Select(number => DomainName.Parse(SeedNames.Domain(number))))
        {
            var answer = new MxAnswer
            {
                Domain = domain,
                State = DnsState.Found,
                Rcode = "NOERROR",
                Hosts = [new MxHost(DomainName.Parse($"mx2.{domain.Value}"), 10, DnsState.Found, [System.Net.IPAddress.Parse("203.0.113.9")])],
            };
            foreach (var (resolver, at) in from resolver in (string[])["r1", "r2", "r3"] from at in (DateTimeOffset[])[GrowthShape.Start, GrowthShape.Now] select (resolver, at))
            {
                await writer.SeenAsync(resolver, answer, at, ObservationOrigin.Live, transaction, cancellationToken);
            }
        }
    }
}
