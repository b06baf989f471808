using BounceBoard.Core.Tenants;
using BounceBoard.Operations;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Tenants;
using BounceBoard.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BounceBoard.Benchmarks.Growth;

/// <summary>The house over a seeded database, its clock standing where the seed ends.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Installation(IReadOnlyDictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(GrowthShape.Now))
            .AddOperations(configuration)
            .AddPages()
            .BuildServiceProvider();
    }

    public Database Database => _services.GetRequiredService<Database>();

    /// <summary>The pages of the largest tenant, with incidents, refusals and evidence to look at.</summary>
    public async Task<Pages> PagesAsync(CancellationToken cancellationToken)
    {
        var row = await _services.GetRequiredService<TenantReader>().FindAsync(new TenantId(1), cancellationToken)
            ?? throw new InvalidOperationException("It was not seeded.");
        var incidents = await _services.GetRequiredService<IncidentReader>().ListAsync(row.Id, IncidentFilter.All with { Take = 2_000 }, cancellationToken);
        var storm = incidents.Single(incident => incident.Number == 1);
        var refusals = await _services.GetRequiredService<RefusalReader>().ListByIncidentAsync(row.Id, storm.Id, 500_000, null, cancellationToken);
        var evidence = await _services.GetRequiredService<EvidenceReader>().ListAsync(row.Id, EvidenceFilter.All, 500_000, null, cancellationToken);
        var context = new TenantContext(row, TenantRole.Admin, InstallationRole.None);
        return new Pages(_services, context, incidents, Spread(evidence)) { Deep = [.. Spread(refusals).Select(refusal => refusal.Id)] };
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    // From all of its time, so that a cache of the latest does not make them fast.
    private static IReadOnlyList<T> Spread<T>(IReadOnlyList<T> rows) => [.. rows.Where((_, index) => index % Math.Max(1, rows.Count / 200) == 0)];
}
