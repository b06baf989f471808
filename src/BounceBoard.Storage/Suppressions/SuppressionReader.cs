using System.Runtime.CompilerServices;
using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Suppressions;

/// <summary>The suppression list of one tenant, paged by its changes, the newest first.</summary>
public sealed class SuppressionReader(Database.Database database)
{
    private const int AtOnce = 1000;

    private const string Columns = """
        s.recipient_key, s.id, s.address, s.domain, s.state, s.reason, s.source, s.since, s.review_at, s.reviewed_at, s.added_by, s.note,
        s.incident_id, i.number AS incident_number, s.verdict_id, s.rules AS rules_text, s.refusal_ids AS refusal_ids_text, s.window_id,
        s.released_at, s.released_by, s.release_note
        """;

    /// <summary>One look into one index: what every message asks before it is sent.</summary>
    /// <param name="recipientKey">See EmailAddress.Key.</param>
    /// <returns>Null when nobody ever told anything of this person.</returns>
    public Task<SuppressionAnswer?> AnswerAsync(TenantId tenant, string recipientKey, CancellationToken cancellationToken) =>
        database.FindAsync<SuppressionAnswer>(
            """
            SELECT s.address, s.state, s.reason, s.since, s.review_at, i.number AS incident, s.id
            FROM suppression s
            LEFT JOIN incident i ON i.tenant_id = s.tenant_id AND i.id = s.incident_id
            WHERE s.tenant_id = @tenant AND s.recipient_key = @recipientKey
            """,
            new { tenant, recipientKey },
            cancellationToken);

    /// <summary>Changes in their order.</summary>
    /// <param name="heldOnly">Leaves out what is released or only suggested: for a reader who knows nothing yet.</param>
    /// <param name="after">Id of the last change that the reader knows; 0 for none.</param>
    /// <param name="until">Id of the last change to tell; null for the latest.</param>
    public Task<IReadOnlyList<SuppressionAnswer>> ChangesAsync(
        TenantId tenant, bool heldOnly, long after, long? until, int take, CancellationToken cancellationToken) =>
        database.ListAsync<SuppressionAnswer>(
            $"""
            SELECT s.address, s.state, s.reason, s.since, s.review_at, i.number AS incident, s.id
            FROM suppression s
            LEFT JOIN incident i ON i.tenant_id = s.tenant_id AND i.id = s.incident_id
            WHERE s.tenant_id = @tenant AND s.id > @after{(until is null ? "" : " AND s.id <= @until")}{(heldOnly ? " AND s.state = 'Held'" : "")}
            ORDER BY s.id
            LIMIT @take
            """,
            new { tenant, after, until, take },
            cancellationToken);

    /// <returns>Id of the latest change; 0 when there never was one.</returns>
    public async Task<long> LatestAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await database.FindAsync<long?>(
            """SELECT id FROM suppression WHERE tenant_id = @tenant ORDER BY id DESC LIMIT 1""", new { tenant }, cancellationToken) ?? 0;

    public Task<SuppressionRow?> FindAsync(TenantId tenant, string recipientKey, CancellationToken cancellationToken) =>
        database.FindAsync<SuppressionRow>(
            $"""
            SELECT {Columns}
            FROM suppression s
            LEFT JOIN incident i ON i.tenant_id = s.tenant_id AND i.id = s.incident_id
            WHERE s.tenant_id = @tenant AND s.recipient_key = @recipientKey
            """,
            new { tenant, recipientKey },
            cancellationToken);

    /// <summary>What stands there of these people, by their keys.</summary>
    public async Task<IReadOnlyDictionary<string, SuppressionRow>> FindAsync(
        TenantId tenant, IReadOnlyCollection<string> recipientKeys, CancellationToken cancellationToken)
    {
        var rows = await database.ListAsync<SuppressionRow>(
            $"""
            SELECT {Columns}
            FROM suppression s
            LEFT JOIN incident i ON i.tenant_id = s.tenant_id AND i.id = s.incident_id
            WHERE s.tenant_id = @tenant AND s.recipient_key {database.Dialect.AnyOf("@keys")}
            """,
            new { tenant, keys = database.Dialect.List(recipientKeys) },
            cancellationToken);
        return rows.ToDictionary(row => row.RecipientKey, StringComparer.Ordinal);
    }

    /// <param name="before">Last id of the page before; null for the first page.</param>
    public Task<IReadOnlyList<SuppressionRow>> ListAsync(
        TenantId tenant, SuppressionFilter filter, int take, long? before, CancellationToken cancellationToken) =>
        database.ListAsync<SuppressionRow>(
            $"""
            SELECT {Columns}
            FROM suppression s
            LEFT JOIN incident i ON i.tenant_id = s.tenant_id AND i.id = s.incident_id
            WHERE s.tenant_id = @tenant{SuppressionConditions.Where(filter, before)}
            ORDER BY s.id DESC
            LIMIT @take
            """,
            SuppressionConditions.Parameters(tenant, filter, before, take),
            cancellationToken);

    /// <summary>Every entry of the filter, a page at a time: no list is held whole, and no reader keeps a connection while its client is slow.</summary>
    public async IAsyncEnumerable<SuppressionRow> StreamAsync(
        TenantId tenant, SuppressionFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long? before = null;
        IReadOnlyList<SuppressionRow> page;
        do
        {
            page = await ListAsync(tenant, filter, AtOnce, before, cancellationToken);
            foreach (var row in page)
            {
                yield return row;
                before = row.Id;
            }
        }
        while (page.Count == AtOnce);
    }

    public Task<long> CountAsync(TenantId tenant, SuppressionFilter filter, CancellationToken cancellationToken) =>
        database.FindAsync<long>(
            $"""SELECT COUNT(*) FROM suppression s WHERE s.tenant_id = @tenant{SuppressionConditions.Where(filter, null)}""",
            SuppressionConditions.Parameters(tenant, filter, null, 0),
            cancellationToken);

    /// <summary>How many entries are in each state.</summary>
    public async Task<IReadOnlyDictionary<SuppressionState, long>> CountsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT state, COUNT(*) AS entries FROM suppression WHERE tenant_id = @tenant GROUP BY state
            """;
        var rows = await database.ListAsync<(string State, long Entries)>(sql, new { tenant }, cancellationToken);
        return rows.ToDictionary(row => Enum.Parse<SuppressionState>(row.State), row => row.Entries);
    }

    /// <summary>Incidents in whose window entries were added that nobody has looked at yet, most entries first.</summary>
    public Task<IReadOnlyList<SuppressionWindow>> WindowsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        // A range, not IS NOT NULL: else SQLite reads the tenant's whole list for the few that are marked.
        database.ListAsync<SuppressionWindow>(
            """
            SELECT i.id AS incident_id, i.number, i.title, COUNT(*) AS entries
            FROM suppression s
            JOIN incident i ON i.tenant_id = s.tenant_id AND i.id = s.window_id
            WHERE s.tenant_id = @tenant AND s.window_id > 0 AND s.state = 'Held'
            GROUP BY i.id, i.number, i.title
            ORDER BY COUNT(*) DESC, i.number
            """,
            new { tenant },
            cancellationToken);
}
