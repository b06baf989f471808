using System.Data.Common;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Evidence;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Bounces;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Evidence;

namespace BounceBoard.Operations.Evidence;

/// <summary>Reads items, looks their new domains up, and files those of a tenant in one transaction.</summary>
internal sealed class ParseStep(
    Database database, EvidenceWriter writer, EvidenceReading reading, ReportFiling filing, TenantFactsReading tenants, DomainLook look,
    ObservedDns dns, TimeProvider time)
{
    // Raised when a change of the parser makes it worth reading old evidence again.
    private const string ParserVersion = "1";

    public async Task<IReadOnlyList<ParsedEvidence>> ParseAsync(IReadOnlyList<DueEvidenceRow> rows, ParseRun run, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var items = new List<ReadEvidence>(rows.Count);
        var known = new Dictionary<TenantId, TenantFacts>();
        foreach (var row in rows)
        {
            if (!known.TryGetValue(row.TenantId, out var tenant))
            {
                known[row.TenantId] = tenant = await tenants.ReadAsync(row.TenantId, cancellationToken);
            }

            var read = await reading.ReadAsync(row, run, cancellationToken) ?? [new BounceReport { Kind = BounceKind.Error, Error = "Its bytes are gone." }];
            var reports = read.Select(report => tenant.Rules.Judge(WithPool(report, tenant))).ToList();
            var ours = reports.FindAll(report => OwnClients.Concerns(report, tenant.Network));
            items.Add(new ReadEvidence(row, tenant, reports, Attempt.Among(ours), dns.NoComparisons) { OnlySeen = reports.Count - ours.Count });
        }

        await look.AtNewAsync(items, run, cancellationToken);
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            items[i] = item with { Comparisons = await dns.CompareAsync(item.Tenant, item.Attempts, run.Compared, now, cancellationToken) };
        }

        var parsed = new List<ParsedEvidence>(items.Count);
        foreach (var ofTenant in items.GroupBy(item => item.Row.TenantId))
        {
            parsed.AddRange(await FileAsync(ofTenant.First().Tenant, [.. ofTenant], run, now, cancellationToken));
            foreach (var item in ofTenant)
            {
                reading.Remember(item.Row, run);
            }
        }

        return parsed;
    }

    private async Task<IReadOnlyList<ParsedEvidence>> FileAsync(
        TenantFacts tenant, IReadOnlyList<ReadEvidence> items, ParseRun run, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (parsed, touched) = await database.WriteAsync(
            Turn.Of(tenant.Id),
            async transaction =>
            {
                var (results, moved) = await MoveAsync(items, now, transaction, cancellationToken);
                var context = new FilingContext(tenant.Id, !tenant.IsDemo, now) { Network = tenant.Network };
                return (results, await filing.FileAsync(context, moved, transaction, cancellationToken));
            },
            cancellationToken);
        run.Incidents.UnionWith(touched.Select(incident => (tenant.Id, incident)));
        return parsed;
    }

    // The state moves first: whoever does not move it files nothing.
    private async Task<(List<ParsedEvidence> Results, List<EvidenceReports> Moved)> MoveAsync(
        IReadOnlyList<ReadEvidence> items, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var (results, moved) = (new List<ParsedEvidence>(items.Count), new List<EvidenceReports>(items.Count));
        foreach (var item in items)
        {
            var (tenant, id) = (item.Row.TenantId, item.Row.Id);
            if (Remarks.Unreadable(item.Reports) is { } reason)
            {
                await writer.TryQuarantineAsync(tenant, id, reason, now, transaction, cancellationToken);
                results.Add(new ParsedEvidence(id, EvidenceState.Quarantined, 0, reason));
                continue;
            }

            var (attempts, nameless) = (item.Attempts.Count, item.Attempts.Count(attempt => attempt.Recipient is null));
            var remark = Remarks.Of(item.Reports, attempts, nameless, item.OnlySeen);
            var newest = item.Attempts.Max(attempt => attempt.Report.OccurredAt);
            if (await writer.TryMarkParsedAsync(tenant, id, ParserVersion, attempts, newest, remark, now, transaction, cancellationToken))
            {
                moved.Add(new EvidenceReports(id, item.Row.Verified, item.Row.ReceivedAt, item.Attempts, item.Comparisons)
                {
                    Complaints = [.. item.Reports.Where(report => report.Kind == BounceKind.FeedbackReport)],
                });
            }

            results.Add(new ParsedEvidence(id, EvidenceState.Parsed, attempts, remark));
        }

        return (results, moved);
    }

    private static BounceReport WithPool(BounceReport report, TenantFacts tenant) =>
        report.Pool is null && report.SendingIp is { } ip && tenant.Network.Pools.FirstOrDefault(pool => pool.Addresses.Contains(ip)) is { } found
            ? report with { Pool = found.Name, Derived = report.Derived | ReportFields.Pool }
            : report;
}
