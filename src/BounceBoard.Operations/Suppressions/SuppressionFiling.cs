using System.Data.Common;
using System.Globalization;
using BounceBoard.Core.Audit;
using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Audit;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Suppressions;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Operations.Suppressions;

/// <summary>Files what a decision means for the list, in the transaction that appends its verdict.</summary>
internal sealed class SuppressionFiling(
    SuppressionAddition addition, SuppressionWriter writer, IncidentWriter incidents, VerdictWriter verdicts, AuditWriter audit)
{
    public async Task FileAsync(
        TenantId tenant, IncidentRow incident, SuppressionPlan plan, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (plan.Doubted.Count > 0)
        {
            await writer.MarkPeopleAsync(tenant, incident.Id, plan.Doubted, transaction, cancellationToken);
        }
        if (plan.WindowFrom is { } from)
        {
            await writer.MarkWindowAsync(tenant, incident.Id, from, transaction, cancellationToken);
            return;
        }
        // Asked once more inside the transaction: an incident may have opened since the rules looked.
        if (plan.People.Count == 0 || await IsHeldAsync(tenant, incident, now, transaction, cancellationToken))
        {
            return;
        }
        var verdict = await verdicts.InForceAsync(tenant, incident.Id, transaction, cancellationToken);
        var happened = plan.Mode == SuppressionMode.Automatic ? SuppressionEvent.Hold : SuppressionEvent.Suggest;
        var outcomes = await addition.AddAsync(
            tenant, [.. plan.People.Select(person => person with { VerdictId = verdict })], happened, now, transaction, cancellationToken);
        if (happened == SuppressionEvent.Hold && outcomes.Count(outcome => outcome == SuppressionOutcome.Added) is > 0 and var added)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"by the rules, from incident {incident.Number}");
            await audit.AppendAsync(
                tenant, new AuditEntry(now, Actor.System.Name, Actor.System.Via, "suppression.add", SuppressionCount.Of(added), line), transaction, cancellationToken);
        }
    }

    private async Task<bool> IsHeldAsync(
        TenantId tenant, IncidentRow incident, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken) =>
        (await incidents.FindAtScopesAsync(tenant, [incident.ScopeName], transaction, cancellationToken))
            .Any(other => other.Id != incident.Id && FailingWindow.Holds(other, now));
}
