using BounceBoard.Core.Evidence;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Tenants;
using BounceBoard.Web.Evidence;
using BounceBoard.Web.Incidents;
using BounceBoard.Web.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace BounceBoard.Benchmarks.Growth;

/// <summary>What the pages of the largest tenant read, by the same calls.</summary>
internal sealed class Pages(IServiceProvider services, TenantContext tenant, IReadOnlyList<IncidentRow> incidents, IReadOnlyList<EvidenceRow> evidence)
{
    private readonly IncidentListModel _list = services.GetRequiredService<IncidentListModel>();
    private readonly IncidentModel _incident = services.GetRequiredService<IncidentModel>();
    private readonly IncidentTabs _tabs = services.GetRequiredService<IncidentTabs>();
    private readonly EvidenceListModel _evidenceList = services.GetRequiredService<EvidenceListModel>();
    private readonly EvidenceModel _evidence = services.GetRequiredService<EvidenceModel>();
    private readonly OverviewModel _overview = services.GetRequiredService<OverviewModel>();
    private readonly TenantReader _tenants = services.GetRequiredService<TenantReader>();
    private readonly EvidenceReader _sources = services.GetRequiredService<EvidenceReader>();

    /// <summary>Each page by name, given the number of the round.</summary>
    public IReadOnlyList<(string Name, Func<int, CancellationToken, Task> Read)> All =>
    [
        ("tenants, 500 of them", (_, token) => _tenants.OverviewAsync(null, token)),
        ("overview of a tenant", (_, token) => _overview.LoadAsync(tenant, token)),
        ("incident list", (_, token) => ListAsync(null, null, null, token)),
        ("incident list, page 4", (_, token) => ListAsync(null, null, "4", token)),
        ("incident list, by people", (_, token) => ListAsync(null, "people", null, token)),
        ("incident list, all states", (_, token) => ListAsync("", null, null, token)),
        ("incident list, facet chosen", (_, token) => ListAsync("is:open verdict:retry cause:wrong-mx", null, null, token)),
        ("incident list, text and time", (_, token) => ListAsync("is:open last:7d d2", null, null, token)),
        ("incident, storm", (_, token) => IncidentAsync(1, token)),
        ("incident, any", (round, token) => IncidentAsync(incidents[round % incidents.Count].Number, token)),
        ("refusals of the storm", (_, token) => _tabs.RefusalsAsync(Id, Storm, null, token)),
        ("refusals of the storm, deep", (round, token) => _tabs.RefusalsAsync(Id, Storm, Deep[round % Deep.Count], token)),
        ("verdicts of the storm", (_, token) => _tabs.HistoryAsync(Id, Storm, token)),
        ("evidence of a refusal", (round, token) => _tabs.EvidenceAsync(tenant, Storm, Deep[round % Deep.Count], 0, token)),
        ("evidence list", (_, token) => EvidenceAsync(null, null, null, token)),
        ("evidence list, deep", (round, token) => EvidenceAsync(null, null, evidence[round % evidence.Count].Id, token)),
        ("evidence list, quarantined", (_, token) => EvidenceAsync(EvidenceState.Quarantined, null, null, token)),
        ("evidence list, transcripts", (_, token) => EvidenceAsync(null, EvidenceKind.Transcript, null, token)),
        ("piece of evidence", (round, token) => _evidence.LoadAsync(tenant, evidence[round % evidence.Count].Id, 0, token)),
        ("sources", (_, token) => _sources.CountsBySourceAsync(Id, token)),
    ];

    /// <summary>Refusals of the storm from all of its time.</summary>
    public required IReadOnlyList<long> Deep { get; init; }

    private TenantId Id => tenant.Tenant.Id;

    private long Storm => incidents.Single(incident => incident.Number == 1).Id;

    private Task<IncidentListData> ListAsync(string? search, string? sort, string? page, CancellationToken cancellationToken) =>
        _list.LoadAsync(tenant, IncidentListUrl.Read(search, sort, page), null, cancellationToken);

    private async Task IncidentAsync(long number, CancellationToken cancellationToken) =>
        _ = await _incident.LoadAsync(tenant, number, cancellationToken) ?? throw new InvalidOperationException($"Incident {number} is gone.");

    private Task<EvidenceListData> EvidenceAsync(EvidenceState? state, EvidenceKind? kind, long? before, CancellationToken cancellationToken) =>
        _evidenceList.LoadAsync(tenant, new EvidenceListUrl(state, kind, null, before), cancellationToken);
}
