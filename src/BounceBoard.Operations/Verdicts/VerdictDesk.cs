using System.Data.Common;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Operations.Verdicts;

/// <summary>Has the rules look at an incident, and appends their verdict when it changed.</summary>
public sealed class VerdictDesk
{
    private const int MostEvidence = 20;
    private const int DuePage = 200;

    // Grace periods, settling times and caches run out by themselves; after a month of silence nothing moves any more.
    private static readonly TimeSpan LookAgain = TimeSpan.FromHours(1);
    private static readonly TimeSpan Silence = TimeSpan.FromDays(30);

    private readonly Database _database;
    private readonly VerdictTables _tables;
    private readonly IncidentJudge _judge;
    private readonly ChangeFeed _feed;
    private readonly TimeProvider _time;

    internal VerdictDesk(Database database, VerdictTables tables, IncidentJudge judge, ChangeFeed feed, TimeProvider time) =>
        (_database, _tables, _judge, _feed, _time) = (database, tables, judge, feed, time);

    /// <summary>Decides one incident.</summary>
    /// <returns>True when a verdict was appended; false when it stands, or the tenant has no such incident.</returns>
    public async Task<bool> DecideAsync(TenantId tenant, long incidentId, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        if (await _tables.Incidents.FindAsync(tenant, incidentId, cancellationToken) is not { } incident)
        {
            return false;
        }

        var findings = await _judge.JudgeAsync(tenant, incident, now, cancellationToken);
        if (findings.Count == 0)
        {
            return false;
        }

        var chosen = IncidentVerdict.Choose(findings);
        var verdict = await RowAsync(tenant, incident, chosen, now, cancellationToken);
        var changed = await _database.WriteAsync(
            Turn.Of(tenant), transaction => WriteAsync(tenant, incident, verdict, now, transaction, cancellationToken), cancellationToken);
        if (changed)
        {
            _feed.Publish(tenant, ChangeKind.Verdicts);
        }

        return changed;
    }

    /// <summary>Decides again what new DNS answers of a domain may have moved, in every tenant but those with sample data.</summary>
    /// <returns>Number of verdicts that were appended.</returns>
    public async Task<int> DecideForDomainAsync(DomainName domain, CancellationToken cancellationToken) =>
        await DecideAllAsync(
            await _tables.Due.ListByDomainAsync(domain.Value, _time.GetUtcNow() - Silence, cancellationToken), cancellationToken);

    /// <summary>Decides what has new facts, and what time alone may have moved.</summary>
    /// <returns>Number of verdicts that were appended.</returns>
    public async Task<int> DecideDueAsync(CancellationToken cancellationToken)
    {
        // A decision moves its own due time past this moment, so the list shrinks; an incident that cannot be decided is passed over.
        var (now, appended) = (_time.GetUtcNow(), 0);
        var seen = new HashSet<long>();
        while (true)
        {
            var due = await _tables.Due.ListDueAsync(now, DuePage, cancellationToken);
            var fresh = due.Where(row => seen.Add(row.IncidentId)).ToList();
            if (fresh.Count == 0)
            {
                return appended;
            }

            appended += await DecideAllAsync(fresh, cancellationToken);
        }
    }

    /// <summary>What the rules say of one refusal now; nothing is written.</summary>
    /// <returns>Null when the tenant has no such refusal.</returns>
    public Task<RecipientDiagnosis?> DiagnoseAsync(TenantId tenant, long refusalId, CancellationToken cancellationToken) =>
        _judge.DiagnoseAsync(tenant, refusalId, _time.GetUtcNow(), cancellationToken);

    private async Task<int> DecideAllAsync(IReadOnlyList<DueIncidentRow> due, CancellationToken cancellationToken)
    {
        var appended = 0;
        foreach (var row in due)
        {
            appended += await DecideAsync(row.TenantId, row.IncidentId, cancellationToken) ? 1 : 0;
        }

        return appended;
    }

    private async Task<VerdictRow> RowAsync(
        TenantId tenant, IncidentRow incident, GroupFinding chosen, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var finding = chosen.Finding;
        long[] observations =
        [
            .. chosen.Facts.Comparison.Resolvers.Select(resolver => resolver.Observation?.Id ?? 0).Where(id => id > 0).Distinct().Order(),
        ];
        long[] refusals = [.. chosen.Group.Rows.Take(MostEvidence).Select(row => row.Id)];
        var evidence = await _tables.Evidence.IdsOfRefusalsAsync(tenant, refusals, cancellationToken);
        return new VerdictRow
        {
            Id = RowIds.Next(now),
            IncidentId = incident.Id,
            DecidedAt = now,
            Verdict = finding.Verdict,
            Confidence = finding.Confidence,
            Cause = finding.Cause,
            SubCause = finding.SubCause,
            Relation = finding.Relation,
            Finding = finding,
            EvidenceIds = evidence,
            ObservationIds = observations,
            Fingerprint = VerdictFingerprint.Of(finding, incident, observations),
        };
    }

    private async Task<bool> WriteAsync(
        TenantId tenant, IncidentRow incident, VerdictRow verdict, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var fingerprint = new IncidentFingerprint(incident.Family, incident.Scope, incident.ScopeName);
        var nextLook = now - incident.LastAt < Silence ? now + LookAgain : (DateTimeOffset?)null;
        var appended = await _tables.Verdicts.AppendIfNewAsync(tenant, verdict, transaction, cancellationToken);
        await _tables.Writer.SetVerdictAsync(
            tenant, incident.Id, verdict.Finding, IncidentTitles.Of(fingerprint, verdict.Finding), now, nextLook, transaction, cancellationToken);
        return appended;
    }
}
