using System.Globalization;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Evidence;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Bounces;
using BounceBoard.Operations.Tests.Evidence;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Tests.Bounces;

/// <summary>Files reports as if they had been read, and shows what stands in the tables then, without the ids.</summary>
internal sealed class FilingHouse : IAsyncDisposable
{
    public static readonly DateTimeOffset T0 = new(2026, 5, 16, 7, 0, 0, TimeSpan.Zero);

    private readonly IntakeHouse _house;

    private FilingHouse(IntakeHouse house) => _house = house;

    public static async Task<FilingHouse> OpenAsync() => new(await IntakeHouse.OpenAsync());

    /// <summary>A new tenant with two pieces of evidence: 0 from an open mailbox, 1 from a source that vouches for itself.</summary>
    public async Task<(TenantId Tenant, long[] Evidence)> AddTenantAsync(string slug)
    {
        var (tenant, source) = await _house.AddTenantAsync(slug);
        var evidence = await Task.WhenAll(ReceiveAsync(false), ReceiveAsync(true));
        return (tenant, evidence);

        async Task<long> ReceiveAsync(bool verified)
        {
            var item = new NewEvidence(source, "a.eml", EvidenceKind.Mail, PackedContent.Of(verified ? "y"u8 : "n"u8), null, 0, verified, T0, null);
            var stored = await _house.Database.WriteAsync(
                Turn.Of(tenant), transaction => _house.Get<EvidenceWriter>().ReceiveAsync(tenant, item, transaction, default), default);
            return stored.EvidenceId;
        }
    }

    /// <summary>Files the reports in one transaction; each with the place of its evidence.</summary>
    public Task FileAsync((TenantId Tenant, long[] Evidence) target, params IReadOnlyList<(BounceReport Report, int Evidence)> told)
    {
        var batch = told.Select(one => new EvidenceReports(
            target.Evidence[one.Evidence], one.Evidence == 1, T0.AddDays(1), Attempt.Among([one.Report]),
            new Dictionary<BounceReport, EndpointComparison>(ReferenceEqualityComparer.Instance) { [one.Report] = Silent }));
        return _house.Database.WriteAsync(
            Turn.Of(target.Tenant),
            transaction => _house.Get<ReportFiling>().FileAsync(
                new FilingContext(target.Tenant, true, _house.Time.GetUtcNow()), [.. batch], transaction, default),
            default);
    }

    public async Task CloseAllAsync(TenantId tenant, DateTimeOffset at)
    {
        foreach (var incident in await _house.Incidents.ListAsync(tenant, IncidentFilter.All, default))
        {
            await _house.Database.WriteAsync(
                Turn.Of(tenant),
                transaction => _house.Get<IncidentWriter>().TryMoveAsync(
                    tenant, incident.Id, incident.State, IncidentState.Resolved, at, transaction, default),
                default);
        }
    }

    /// <summary>Every row that filing writes, by what it says; the ids, which differ from run to run, left out.</summary>
    public async Task<string> TablesAsync(TenantId tenant)
    {
        string[] statements =
        [
            """
            SELECT r.fold_key, i.number, r.recipient, r.recipient_key, r.original_recipient, r.action, r.status, r.reply_code, r.reply_text, r.remote_mta,
                   r.remote_ip, r.remote_ip_source, r.message_id, r.queue_id, r.format, r.category, r.family, r.permanent, r.verified, r.occurred_at,
                   r.occurred_source, r.ingested_at
            FROM refusal r JOIN incident i ON i.tenant_id = r.tenant_id AND i.id = r.incident_id WHERE r.tenant_id = @tenant ORDER BY r.fold_key
            """,
            """
            SELECT r.fold_key, e.verified FROM refusal_evidence l
            JOIN refusal r ON r.tenant_id = l.tenant_id AND r.id = l.refusal_id
            JOIN evidence e ON e.tenant_id = l.tenant_id AND e.id = l.evidence_id
            WHERE l.tenant_id = @tenant ORDER BY r.fold_key, e.verified
            """,
            """
            SELECT number, family, scope, scope_name, state, title, refusals, people, first_at, last_at, opened_at, closed_at, decide_due
            FROM incident WHERE tenant_id = @tenant ORDER BY number
            """,
            """
            SELECT i.number, p.recipient_key, p.refusals, p.first_at, p.last_at FROM incident_person p
            JOIN incident i ON i.tenant_id = p.tenant_id AND i.id = p.incident_id WHERE p.tenant_id = @tenant ORDER BY i.number, p.recipient_key
            """,
            """
            SELECT i.number, h.hour, h.refusals FROM incident_hour h
            JOIN incident i ON i.tenant_id = h.tenant_id AND i.id = h.incident_id WHERE h.tenant_id = @tenant ORDER BY i.number, h.hour
            """,
            """
            SELECT dkim_domain, dkim_selector, envelope_domain, author_domain, sending_ip, helo, pool, verified, reports, last_at FROM seen_sender
            WHERE tenant_id = @tenant ORDER BY dkim_domain, dkim_selector, envelope_domain, author_domain, sending_ip, helo, pool
            """,
            """
            SELECT i.number, d.recipient_domain, d.refusals, d.last_at FROM incident_domain d
            JOIN incident i ON i.tenant_id = d.tenant_id AND i.id = d.incident_id WHERE d.tenant_id = @tenant ORDER BY i.number, d.recipient_domain
            """,
            """
            SELECT hour, recipient_domain, remote_ip, pool, upper_case, outcome, messages FROM delivery_hour WHERE tenant_id = @tenant
            ORDER BY hour, recipient_domain, remote_ip, pool, upper_case, outcome
            """,
            """SELECT hour, accepted, deferred, refused FROM tenant_hour WHERE tenant_id = @tenant ORDER BY hour""",
        ];
        return string.Join("\n\n", await Task.WhenAll(statements.Select(sql => RowsAsync(sql, tenant))));
    }

    public async Task<long> CountAsync(string table, TenantId tenant) =>
        long.Parse(await RowsAsync($"SELECT COUNT(*) FROM {table} WHERE tenant_id = @tenant", tenant), CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    // DNS said nothing: refusals are grouped by their domain.
    private static EndpointComparison Silent { get; } = new(EndpointRelation.Unknown, "", [], true, true, null);

    private async Task<string> RowsAsync(string sql, TenantId tenant)
    {
        await using var connection = await _house.Database.OpenAsync(default);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of a test: nothing in them comes from outside.
        command.CommandText = sql;
#pragma warning restore CA2100
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("tenant", tenant.Value);
        command.Parameters.Add(parameter);
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }
        return string.Join('\n', rows);
    }
}
