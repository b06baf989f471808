using System.Data.Common;
using BounceBoard.Core.Alerts;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Alerts;

/// <summary>Adds, changes and removes destinations, and notes how they answer.</summary>
public sealed class AlertDestinationWriter
{
    public Task AddAsync(TenantId tenant, AlertDestinationRow row, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO alert_destination (tenant_id, id, name, kind, target, secret_sealed, kinds, least_confidence, least_people, least_drop,
                quiet_from, quiet_until, quiet_zone, state, failures, created_at)
            VALUES (@tenant, @Id, @Name, @Kind, @Target, @SecretSealed, @Kinds, @LeastConfidence, @LeastPeople, @LeastDrop, @QuietFrom, @QuietUntil,
                @QuietZone, @State, 0, @CreatedAt)
            """,
            Parameters(tenant, row),
            cancellationToken);

    /// <summary>Sets what a person chose; how it answers stays as it is.</summary>
    /// <returns>False when the tenant has no such destination.</returns>
    public async Task<bool> ChangeAsync(TenantId tenant, AlertDestinationRow row, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """
            UPDATE alert_destination
            SET name = @Name, target = @Target, kinds = @Kinds, least_confidence = @LeastConfidence, least_people = @LeastPeople,
                least_drop = @LeastDrop, quiet_from = @QuietFrom, quiet_until = @QuietUntil, quiet_zone = @QuietZone
            WHERE tenant_id = @tenant AND id = @Id
            """,
            Parameters(tenant, row),
            cancellationToken) == 1;

    /// <returns>False when the tenant has no such destination.</returns>
    public async Task<bool> SetSecretAsync(
        TenantId tenant, long id, string sealedText, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """UPDATE alert_destination SET secret_sealed = @sealedText WHERE tenant_id = @tenant AND id = @id""",
            new { tenant, id, sealedText },
            cancellationToken) == 1;

    /// <summary>Notes an answer.</summary>
    /// <param name="took">True when it took the message.</param>
    public Task NoteAsync(
        TenantId tenant, long id, bool took, string answer, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            UPDATE alert_destination SET last_answer = @answer, last_at = CASE WHEN @took THEN @now ELSE last_at END
            WHERE tenant_id = @tenant AND id = @id
            """,
            new { tenant, id, took, answer, now },
            cancellationToken);

    /// <summary>Counts one more failure in a row.</summary>
    public Task NoteFailureAsync(
        TenantId tenant, long id, DateTimeOffset now, DateTimeOffset nextTry, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            UPDATE alert_destination SET failures = failures + 1, failing_since = COALESCE(failing_since, @now), next_try_at = @nextTry
            WHERE tenant_id = @tenant AND id = @id
            """,
            new { tenant, id, now, nextTry },
            cancellationToken);

    /// <summary>Compare-and-set of the state; whatever becomes active starts anew.</summary>
    /// <returns>False when it was no longer in <paramref name="from"/>.</returns>
    public async Task<bool> TryMoveAsync(
        TenantId tenant, long id, AlertDestinationState from, AlertDestinationState to, DateTimeOffset now, DbTransaction transaction,
        CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE alert_destination
            SET state = @to,
                failing_since = CASE WHEN @to = 'Active' THEN NULL ELSE failing_since END,
                failures = CASE WHEN @to = 'Active' THEN 0 ELSE failures END,
                next_try_at = CASE WHEN @to = 'Failing' THEN next_try_at ELSE NULL END,
                disabled_at = CASE WHEN @to = 'Disabled' THEN @now ELSE NULL END
            WHERE tenant_id = @tenant AND id = @id AND state = @from
            """;
        return await transaction.ExecuteAsync(sql, new { tenant, id, from = from.ToString(), to = to.ToString(), now }, cancellationToken) == 1;
    }

    /// <summary>Removes it with all that was on its way to it.</summary>
    public async Task RemoveAsync(TenantId tenant, long id, DbTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync(
            """DELETE FROM alert_delivery WHERE tenant_id = @tenant AND destination_id = @id""", new { tenant, id }, cancellationToken);
        await transaction.ExecuteAsync("""DELETE FROM alert_destination WHERE tenant_id = @tenant AND id = @id""", new { tenant, id }, cancellationToken);
    }

    private static object Parameters(TenantId tenant, AlertDestinationRow row) => new
    {
        tenant,
        row.Id,
        row.Name,
        Kind = row.Kind.ToString(),
        row.Target,
        row.SecretSealed,
        row.Kinds,
        LeastConfidence = row.LeastConfidence.ToString(),
        row.LeastPeople,
        row.LeastDrop,
        row.QuietFrom,
        row.QuietUntil,
        row.QuietZone,
        State = row.State.ToString(),
        row.CreatedAt,
    };
}
