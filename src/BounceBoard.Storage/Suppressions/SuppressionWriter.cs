using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Suppressions;

/// <summary>Adds and moves entries, in the tenant's turn.</summary>
public sealed class SuppressionWriter
{
    private const string Columns = """
        recipient_key, id, address, domain, state, reason, source, since, review_at, reviewed_at, added_by, note, incident_id, verdict_id,
        rules AS rules_text, refusal_ids AS refusal_ids_text, window_id, released_at, released_by, release_note
        """;

    private static readonly string[] Names =
    [
        "tenant_id", "recipient_key", "id", "address", "domain", "state", "reason", "source", "since", "review_at", "reviewed_at", "added_by", "note",
        "incident_id", "verdict_id", "rules", "refusal_ids", "window_id", "released_at", "released_by", "release_note",
    ];

    // A row that moved on since it was read has a greater id, and stays.
    private static readonly string OnConflict =
        $"ON CONFLICT (tenant_id, recipient_key) DO UPDATE SET {string.Join(", ", Names[2..].Select(name => $"{name} = excluded.{name}"))} WHERE suppression.id < excluded.id";

    /// <summary>What stands there of these people.</summary>
    public async Task<IReadOnlyDictionary<string, SuppressionRow>> FindAsync(
        TenantId tenant, IEnumerable<string> recipientKeys, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(transaction);
        var sql = $"""
            SELECT {Columns} FROM suppression WHERE tenant_id = @tenant AND recipient_key {dialect.AnyOf("@keys")}
            """;
        var rows = await transaction.ListAsync<SuppressionRow>(sql, new { tenant, keys = dialect.List(recipientKeys) }, cancellationToken);
        return rows.ToDictionary(row => row.RecipientKey, StringComparer.Ordinal);
    }

    /// <summary>The next held entries of a window, in their order.</summary>
    public Task<IReadOnlyList<SuppressionRow>> ListWindowAsync(
        TenantId tenant, long windowId, int take, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ListAsync<SuppressionRow>(
            $"""
            SELECT {Columns}
            FROM suppression
            WHERE tenant_id = @tenant AND window_id = @windowId AND window_id IS NOT NULL AND state = 'Held'
            ORDER BY id
            LIMIT @take
            """,
            new { tenant, windowId, take },
            cancellationToken);

    /// <summary>Writes the rows as they shall stand; each gets the next id of a change.</summary>
    public async Task SaveAsync(
        TenantId tenant, IReadOnlyList<SuppressionRow> rows, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }
        const string sql = """
            SELECT id FROM suppression WHERE tenant_id = @tenant ORDER BY id DESC LIMIT 1
            """;
        // The clocks of nodes differ: an id that is not above the tenant's last would be passed over by whoever follows the changes.
        var last = await transaction.FindAsync<long?>(sql, new { tenant }, cancellationToken) ?? 0;
        var next = Math.Max(RowIds.Next(now), last + 1);
        SuppressionRow[] numbered = [.. rows.Select((row, index) => row with { Id = next + index })];
        await transaction.UpsertAsync(new BulkUpsert<SuppressionRow>(Table(tenant), OnConflict), numbered, null, cancellationToken);
    }

    /// <summary>Marks what was added since a moment for recipients of the incident's domains and may be released, unless it was looked at later.</summary>
    /// <returns>Entries newly marked.</returns>
    public Task<int> MarkWindowAsync(
        TenantId tenant, long incidentId, DateTimeOffset from, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            UPDATE suppression SET window_id = @incidentId
            WHERE tenant_id = @tenant AND since >= @from AND window_id IS NULL AND state IN ('Held', 'Suggested')
                AND reason NOT IN ('Complaint', 'Unsubscribe') AND (reviewed_at IS NULL OR reviewed_at < @from)
                AND domain IN (SELECT d.recipient_domain FROM incident_domain d WHERE d.tenant_id = @tenant AND d.incident_id = @incidentId)
            """,
            new { tenant, incidentId, from },
            cancellationToken);

    /// <summary>Puts entries of these people that the rules added, and nobody has looked at since, into the window of an incident.</summary>
    /// <returns>Number of entries.</returns>
    public Task<int> MarkPeopleAsync(
        TenantId tenant, long incidentId, IReadOnlyCollection<string> recipientKeys, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(transaction);
        return transaction.ExecuteAsync(
            $"""
            UPDATE suppression SET window_id = @incidentId
            WHERE tenant_id = @tenant AND recipient_key {dialect.AnyOf("@keys")} AND window_id IS NULL AND state IN ('Held', 'Suggested')
                AND source = 'Rules' AND reviewed_at IS NULL
            """,
            new { tenant, incidentId, keys = dialect.List(recipientKeys) },
            cancellationToken);
    }

    private static BulkTable<SuppressionRow> Table(TenantId tenant) => new("suppression", Names, (row, sink) =>
    {
        sink.Write(tenant.Value);
        sink.Write(row.RecipientKey);
        sink.Write(row.Id);
        sink.Write(row.Address);
        sink.Write(row.Domain);
        sink.Write(row.State.ToString());
        sink.Write(row.Reason.ToString());
        sink.Write(row.Source.ToString());
        sink.Write(row.Since.ToUnixTimeMilliseconds());
        sink.Write(row.ReviewAt?.ToUnixTimeMilliseconds());
        sink.Write(row.ReviewedAt?.ToUnixTimeMilliseconds());
        sink.Write(row.AddedBy);
        sink.Write(row.Note);
        sink.Write(row.IncidentId);
        sink.Write(row.VerdictId);
        sink.Write(row.RulesText);
        sink.Write(row.RefusalIdsText);
        sink.Write(row.WindowId);
        sink.Write(row.ReleasedAt?.ToUnixTimeMilliseconds());
        sink.Write(row.ReleasedBy);
        sink.Write(row.ReleaseNote);
    });
}
