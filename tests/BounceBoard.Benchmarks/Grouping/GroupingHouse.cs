using System.Globalization;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations;
using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Tenants;
using BounceBoard.TestKit.Dns;
using BounceBoard.Web;
using BounceBoard.Web.Incidents;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BounceBoard.Benchmarks.Grouping;

/// <summary>An installation that refusals are sent into as logs: stored, parsed, folded, grouped and decided.</summary>
internal sealed class GroupingHouse : IAsyncDisposable
{
    private readonly TestDnsServer _dns = TestDnsServer.Start();
    private readonly ServiceProvider _services;

    public GroupingHouse(Dictionary<string, string?> settings)
    {
        // Answers come from this machine: the figure is the house's, not a resolver's.
        settings["Dns:Resolvers:0:Address"] = _dns.Endpoint.Address.ToString();
        settings["Dns:Resolvers:0:Port"] = _dns.Endpoint.Port.ToString(CultureInfo.InvariantCulture);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _services = new ServiceCollection().AddOperations(configuration).AddPages().BuildServiceProvider();
    }

    public async Task<ImportTarget> TenantAsync(string slug, CancellationToken cancellationToken)
    {
        var added = await _services.GetRequiredService<TenantAdministration>().AddAsync(Actor.Cli, slug, slug, cancellationToken);
        var tenant = added.TryGet(out var row) ? row.Id : throw new InvalidOperationException(added.Problem);
        var source = await _services.GetRequiredService<SourceReader>().FindByNameAsync(tenant, DefaultSources.Cli, cancellationToken);
        return new ImportTarget(tenant, source?.Id ?? throw new InvalidOperationException("The tenant has no source for the command line."));
    }

    public async Task SendAsync(ImportTarget target, byte[] log, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(log);
        var result = await _services.GetRequiredService<EvidenceIntake>().ReceiveAsync(
            target.Tenant, target.SourceId, "mail.log", stream, true, Actor.Cli, null, cancellationToken);
        if (result is not { Stored: 1 })
        {
            throw new InvalidOperationException($"{result} {result.Refused}");
        }
    }

    public Task<IReadOnlyList<IncidentRow>> IncidentsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        _services.GetRequiredService<IncidentReader>().ListAsync(tenant, IncidentFilter.All with { Take = 2_000 }, cancellationToken);

    /// <summary>What the incident list of the tenant reads.</summary>
    public async Task<Func<Task>> ListPageAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var row = await _services.GetRequiredService<TenantReader>().FindAsync(tenant, cancellationToken) ?? throw new InvalidOperationException("No tenant.");
        var context = new TenantContext(row, TenantRole.Admin, InstallationRole.None);
        var list = _services.GetRequiredService<IncidentListModel>();
        return () => list.LoadAsync(context, IncidentListUrl.Read(null, null, null), null, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _dns.Dispose();
    }
}
