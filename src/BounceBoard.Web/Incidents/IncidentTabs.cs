using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Verdicts;
using BounceBoard.Storage.Wordings;
using BounceBoard.Web.Evidence;

namespace BounceBoard.Web.Incidents;

/// <summary>Reads what stands below the tabs of one incident; each tab only when it is open.</summary>
public sealed class IncidentTabs(RefusalReader refusals, VerdictReader verdicts, EvidenceReader evidence, WordingRuleReader rules)
{
    /// <summary>Rows of one page.</summary>
    public const int PageSize = 50;

    private const int MostVerdicts = 100;

    public async Task<RefusalPage> RefusalsAsync(TenantId tenant, long incidentId, long? before, CancellationToken cancellationToken)
    {
        var rows = await refusals.ListByIncidentAsync(tenant, incidentId, PageSize + 1, before, cancellationToken);
        var page = rows.Take(PageSize).ToArray();
        return new(page, rows.Count > page.Length ? page[^1].Id : null);
    }

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<VerdictRow>> HistoryAsync(TenantId tenant, long incidentId, CancellationToken cancellationToken) =>
        verdicts.HistoryAsync(tenant, incidentId, MostVerdicts, null, cancellationToken);

    /// <summary>The pieces that told of one refusal, with the raw text of the first for those who may see it.</summary>
    /// <returns>Null when the refusal does not belong to this incident of this tenant.</returns>
    public async Task<RefusalEvidence?> EvidenceAsync(
        TenantContext tenant, long incidentId, long refusalId, long rawFrom, CancellationToken cancellationToken)
    {
        var key = tenant.Tenant.Id;
        if (await refusals.FindAsync(key, refusalId, cancellationToken) is not { } refusal || refusal.IncidentId != incidentId)
        {
            return null;
        }
        var pieces = await evidence.ListByRefusalAsync(key, refusalId, cancellationToken);
        var bytes = pieces.Count > 0 && tenant.Can(TenantAction.SeeRecipients)
            ? await evidence.ContentAsync(key, pieces[0].Id, cancellationToken)
            : null;
        var rule = refusal.RuleId is { } id ? await rules.FindAsync(key, id, cancellationToken) : null;
        return new(refusal, rule, pieces, bytes is null ? null : RawPage.Of(bytes, rawFrom));
    }
}
