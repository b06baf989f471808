using System.Data.Common;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Evidence;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Bounces;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Evidence;

namespace BounceBoard.Operations.Evidence;

/// <summary>Reads items, looks their new domains up, and files them all in one transaction.</summary>
internal sealed class ParseStep(
    Database database, EvidenceWriter writer, EvidenceReading reading, ReportFiling filing, TenantFactsReading tenants, DomainLook look,
    ObservedDns dns, TimeProvider time)
{
    // Raised when a change of the parser makes it worth reading old evidence again.
    private const string ParserVersion = "1";

    public async Task<IReadOnlyList<ParsedEvidence>> ParseAsync(IReadOnlyList<DueEvidenceRow> rows, ParseRun run, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var read = new List<ReadEvidence>(rows.Count);
        var known = new Dictionary<TenantId, TenantFacts>();
        foreach (var row in rows)
        {
            if (!known.TryGetValue(row.TenantId, out var tenant))
            {
                known[row.TenantId] = tenant = await tenants.ReadAsync(row.TenantId, cancellationToken);
            }

            var reports = await reading.ReadAsync(row, run, cancellationToken) ?? [new BounceReport { Kind = BounceKind.Error, Error = "Its bytes are gone." }];
            read.Add(new ReadEvidence(row, tenant, [.. reports.Select(report => WithPool(report, tenant))], dns.NoComparisons));
        }

        await look.AtNewAsync(read, run, cancellationToken);
        for (var i = 0; i < read.Count; i++)
        {
            read[i] = read[i] with { Comparisons = await dns.CompareAsync(read[i].Tenant, read[i].Reports, now, cancellationToken) };
        }

        var (parsed, touched) = await database.WriteAsync(transaction => FileAllAsync(read, now, transaction, cancellationToken), cancellationToken);
        run.Incidents.UnionWith(touched);
        return parsed;
    }

    private async Task<(List<ParsedEvidence> Parsed, HashSet<(TenantId, long)> Touched)> FileAllAsync(
        List<ReadEvidence> read, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var parsed = new List<ParsedEvidence>(read.Count);
        var touched = new HashSet<(TenantId, long)>();
        foreach (var item in read)
        {
            var (result, incidents) = await FileAsync(item, now, transaction, cancellationToken);
            parsed.Add(result);
            touched.UnionWith(incidents.Select(incident => (item.Row.TenantId, incident)));
        }

        return (parsed, touched);
    }

    private async Task<(ParsedEvidence Result, IReadOnlySet<long> Incidents)> FileAsync(
        ReadEvidence item, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var (tenant, id) = (item.Row.TenantId, item.Row.Id);
        if (Remarks.Unreadable(item.Reports) is { } reason)
        {
            await writer.TryQuarantineAsync(tenant, id, reason, now, transaction, cancellationToken);
            return (new ParsedEvidence(id, EvidenceState.Quarantined, 0, reason), new HashSet<long>());
        }

        var attempts = item.Reports.Count(ReportFiling.IsAttempt);
        var nameless = item.Reports.Count(report => ReportFiling.IsAttempt(report) && RefusalReports.RecipientOf(report) is null);
        var remark = Remarks.Of(item.Reports, attempts, nameless);
        // The state moves first: whoever does not move it files nothing.
        if (!await writer.TryMarkParsedAsync(tenant, id, ParserVersion, attempts, remark, now, transaction, cancellationToken))
        {
            return (new ParsedEvidence(id, EvidenceState.Parsed, attempts, remark), new HashSet<long>());
        }

        var context = new FilingContext(
            tenant, id, item.Row.Verified, !item.Tenant.IsDemo, item.Row.ReceivedAt, now, item.Comparisons);
        var incidents = await filing.FileAsync(context, item.Reports, transaction, cancellationToken);
        return (new ParsedEvidence(id, EvidenceState.Parsed, attempts, remark), incidents);
    }

    private static BounceReport WithPool(BounceReport report, TenantFacts tenant) =>
        report.Pool is null && report.SendingIp is { } ip && tenant.Network.Pools.FirstOrDefault(pool => pool.Addresses.Contains(ip)) is { } found
            ? report with { Pool = found.Name }
            : report;
}
