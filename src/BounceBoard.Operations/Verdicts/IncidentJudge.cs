using BounceBoard.Core.Tenants;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.Incidents;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Verdicts;

/// <summary>Asks the rules about an incident or one refusal; reads only.</summary>
internal sealed class IncidentJudge(VerdictTables tables, FactGathering facts, ScopeReading scopes, TenantFactsReading tenants)
{
    private const int LatestRefusals = 1000;
    private const int MostGroups = 40;

    /// <returns>One finding per group of refusals, most people first, none when the incident has none; and the picture they rest on.</returns>
    public async Task<(IReadOnlyList<GroupFinding> Findings, ScopePicture Picture)> JudgeAsync(
        TenantId tenant, IncidentRow incident, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await tables.Refusals.ListByIncidentAsync(tenant, incident.Id, LatestRefusals, null, cancellationToken);
        var picture = await scopes.ReadAsync(tenant, incident, rows, now, cancellationToken);
        return (await JudgeAsync(tenant, incident, rows, picture, now, cancellationToken), picture);
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
        var picture = await scopes.ReadAsync(tenant, incident, rows, now, cancellationToken);
        var findings = await JudgeAsync(tenant, incident, [row], picture, now, cancellationToken);
        return findings is [var only] ? new RecipientDiagnosis(only.Finding, only.Facts.Comparison, only.Facts.ComparisonThen) : null;
    }

    /// <summary>What the rules say of these refusals of the incident alone.</summary>
    /// <param name="picture">What the hours of the incident's scope tell, all of its refusals counted.</param>
    public async Task<IReadOnlyList<GroupFinding>> JudgeAsync(
        TenantId tenant, IncidentRow incident, IReadOnlyList<RefusalRow> rows, ScopePicture picture, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var tenantFacts = await tenants.ReadAsync(tenant, cancellationToken);
        var pools = rows.Select(row => row.Pool).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var findings = new List<GroupFinding>();
        foreach (var group in RefusalGroup.Of(rows).Take(MostGroups))
        {
            if (await facts.GatherAsync(tenantFacts, incident, group, picture, pools, now, cancellationToken) is { } input)
            {
                findings.Add(new GroupFinding(group, input.Facts, VerdictRules.Decide(input.Facts, now)));
            }
        }

        return findings;
    }
}
