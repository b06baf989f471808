using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Alerts;

/// <summary>Writes the outbox.</summary>
public sealed class AlertWriter
{
    /// <summary>Adds an alert in the transaction of what it tells of.</summary>
    /// <returns>False when it was told before.</returns>
    public async Task<bool> TryAddAsync(
        TenantId tenant, NewAlert alert, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO alert (tenant_id, id, kind, subject_id, episode, raised_at, due_at, people)
            VALUES (@tenant, @Id, @Kind, @SubjectId, @Episode, @now, @now, 0)
            ON CONFLICT (tenant_id, subject_id, kind, episode) DO NOTHING
            """;
        var parameters = new { tenant, alert.Id, Kind = alert.Kind.ToString(), alert.SubjectId, alert.Episode, now };
        return await transaction.ExecuteAsync(sql, parameters, cancellationToken) == 1;
    }

    /// <summary>People of the last alert of the incident that told of its size; null when none did yet.</summary>
    public Task<long?> PeopleToldAsync(TenantId tenant, long subjectId, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.FindAsync<long?>(
            """
            SELECT people FROM alert
            WHERE tenant_id = @tenant AND subject_id = @subjectId AND kind IN ('Opened', 'Escalated') AND due_at IS NULL
            ORDER BY id DESC LIMIT 1
            """,
            new { tenant, subjectId },
            cancellationToken);

    /// <summary>Looks at an alert later: what it is to say is not known yet.</summary>
    public Task PostponeAsync(
        TenantId tenant, long id, DateTimeOffset due, DateTimeOffset next, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """UPDATE alert SET due_at = @next WHERE tenant_id = @tenant AND id = @id AND due_at = @due""",
            new { tenant, id, due, next },
            cancellationToken);

    /// <summary>Keeps what an alert says; from here on it is on its way.</summary>
    /// <param name="due">As it was read.</param>
    /// <returns>False when another node did it.</returns>
    public async Task<bool> TryWordAsync(
        TenantId tenant, long id, DateTimeOffset due, string content, long people, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """UPDATE alert SET due_at = NULL, content = @content, people = @people WHERE tenant_id = @tenant AND id = @id AND due_at = @due""",
            new { tenant, id, due, content, people },
            cancellationToken) == 1;
}
