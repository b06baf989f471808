using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.Incidents;
using BounceBoard.Operations.Users;
using BounceBoard.Operations.Verdicts;

namespace BounceBoard.Web.Incidents;

/// <summary>What the buttons of one incident's page call. Each gives what was wrong, or null.</summary>
public sealed class IncidentActs(
    IncidentAcknowledging acknowledging, IncidentAssigning assigning, IncidentDismissing dismissing, IncidentReopening reopening,
    IncidentMerging merging, IncidentNoting noting, VerdictOverriding overriding)
{
    public async Task<string?> AcknowledgeAsync(Actor actor, TenantId tenant, long id) =>
        (await acknowledging.AcknowledgeAsync(actor, tenant, [id], CancellationToken.None)).Problem;

    /// <param name="owner">Null for nobody.</param>
    public async Task<string?> AssignAsync(Actor actor, TenantId tenant, long id, long? owner) =>
        (await assigning.AssignAsync(actor, tenant, [id], owner, CancellationToken.None)).Problem;

    public async Task<string?> DismissAsync(Actor actor, TenantId tenant, long id, Dismissal until, string reason) =>
        (await dismissing.DismissAsync(actor, tenant, [id], until, reason, CancellationToken.None)).Problem;

    public async Task<string?> ReopenAsync(Actor actor, TenantId tenant, long id) =>
        (await reopening.ReopenAsync(actor, tenant, id, CancellationToken.None)).Problem;

    public async Task<string?> MergeAsync(Actor actor, TenantId tenant, long id, long into) =>
        (await merging.MergeAsync(actor, tenant, id, into, CancellationToken.None)).Problem;

    public async Task<string?> SplitAsync(Actor actor, TenantId tenant, long id) =>
        (await merging.SplitAsync(actor, tenant, id, CancellationToken.None)).Problem;

    public async Task<string?> NoteAsync(Actor actor, TenantId tenant, long id, string text) =>
        (await noting.AddAsync(actor, tenant, id, text, CancellationToken.None)).Problem;

    /// <param name="verdict">Null takes the last one back.</param>
    public async Task<string?> OverrideAsync(Actor actor, TenantId tenant, long id, Verdict? verdict, string reason) =>
        (await overriding.OverrideAsync(actor, tenant, id, verdict, reason, CancellationToken.None)).Problem;
}
