using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Counts mails that are handed over, so that a limit is a compare-and-set and holds however many send at once.</summary>
public sealed class RetryCountWriter
{
    /// <summary>
    /// One more mail of that day in every count whose limit is not reached, in the order of the kinds, so that two that count do not wait for one another; the
    /// row that all tenants share is the last. The rows stay locked until the transaction ends.
    /// </summary>
    /// <param name="at">Some time of the day, UTC.</param>
    /// <returns>Names of the kinds that were raised; a mail that is to be sent needs all of them.</returns>
    public Task<IReadOnlyList<string>> RaiseAsync(TenantId tenant, DateTimeOffset at, CountedMail mail, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO retry_count (tenant_id, day, kind, key, sent)
            VALUES (@tenant, @day, 'Tenant', '', 1), (@tenant, @day, 'Domain', @Domain, 1), (@tenant, @day, 'Route', @Route, 1),
                   (@installation, @day, 'Installation', '', 1)
            ON CONFLICT (tenant_id, day, kind, key) DO UPDATE SET sent = retry_count.sent + 1
            WHERE retry_count.sent < CASE retry_count.kind
                WHEN 'Tenant' THEN @OfTenant WHEN 'Domain' THEN @OfDomain WHEN 'Route' THEN @OfRoute ELSE @OfInstallation END
            RETURNING kind
            """;
        var (day, installation) = (RetryCountReader.DayOf(at), TenantId.Installation);
        var parameters = new
        {
            tenant,
            installation,
            day,
            mail.Domain,
            mail.Route,
            mail.OfTenant,
            mail.OfDomain,
            mail.OfRoute,
            mail.OfInstallation,
        };
        return transaction.ListAsync<string>(sql, parameters, cancellationToken);
    }

    /// <summary>Takes one back that was counted in this transaction.</summary>
    public Task LowerAsync(
        TenantId tenant, DateTimeOffset at, RetryCountKind kind, string key, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """UPDATE retry_count SET sent = sent - 1 WHERE tenant_id = @tenant AND day = @day AND kind = @kind AND key = @key""",
            new { tenant, day = RetryCountReader.DayOf(at), kind = kind.ToString(), key },
            cancellationToken);

    /// <summary>Mails that one person was handed since then, by any batch of the tenant.</summary>
    public Task<int> TriesAsync(
        TenantId tenant, string recipientKey, DateTimeOffset since, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.FindAsync<int>(
            """SELECT COUNT(*) FROM retry_attempt WHERE tenant_id = @tenant AND recipient_key = @recipientKey AND handed_at >= @since""",
            new { tenant, recipientKey, since },
            cancellationToken);
}
