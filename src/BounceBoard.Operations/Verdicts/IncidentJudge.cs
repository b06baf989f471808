using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Incidents;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Verdicts;

/// <summary>Asks the rules about an incident or one refusal; reads only.</summary>
internal sealed class IncidentJudge(VerdictTables tables, IncidentGathering gathering, ScopeReading scopes, TenantFactsReading tenants)
{
    private const int LatestRefusals = 1000;

    /// <returns>One finding per group of people in the incident's last episode, most people first, none when it has none; and the picture they rest on.</returns>
    public async Task<(IReadOnlyList<GroupFinding> Findings, ScopePicture Picture)> JudgeAsync(
        TenantId tenant, IncidentRow incident, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await tables.Refusals.ListByIncidentAsync(tenant, incident.Id, LatestRefusals, null, cancellationToken);
        var picture = await scopes.ReadAsync(tenant, incident, rows, now, cancellationToken);
        return (await JudgeAsync(tenant, incident, rows, now, cancellationToken), picture);
    }

    public async Task<RecipientDiagnosis?> DiagnoseAsync(
        TenantId tenant, long refusalId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await tables.Refusals.FindAsync(tenant, refusalId, cancellationToken) is not { } row
            || await tables.Incidents.FindAsync(tenant, row.IncidentId, cancellationToken) is not { } incident)
        {
            return null;
        }

        var rows = await tables.Refusals.ListByIncidentAsync(tenant, incident.Id, LatestRefusals, null, cancellationToken);
        var known = await GatherAsync(tenant, incident, rows.Any(one => one.Id == row.Id) ? rows : [.. rows, row], now, cancellationToken);
        return known.UpTo(row) is { } only ? new RecipientDiagnosis(only.Finding, only.Facts.Comparison, only.Facts.ComparisonThen) : null;
    }

    /// <summary>What the rules say of the incident when these are its latest refusals.</summary>
    public async Task<IReadOnlyList<GroupFinding>> JudgeAsync(
        TenantId tenant, IncidentRow incident, IReadOnlyList<RefusalRow> rows, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await GatherAsync(tenant, incident, rows, now, cancellationToken)).OfLastEpisode();

    private async Task<KnownIncident> GatherAsync(
        TenantId tenant, IncidentRow incident, IReadOnlyList<RefusalRow> rows, DateTimeOffset now, CancellationToken cancellationToken) =>
        await gathering.ReadAsync(await tenants.ReadAsync(tenant, cancellationToken), incident, rows, now, cancellationToken);
}
