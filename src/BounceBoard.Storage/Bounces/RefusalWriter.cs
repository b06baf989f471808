using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using Dapper;

namespace BounceBoard.Storage.Bounces;

/// <summary>Adds refusals and completes those that another source told of before.</summary>
public sealed class RefusalWriter
{
    private const string Columns = RefusalColumns.All;

    /// <summary>Refusals of the same person around the same time, and the one with the same natural key: the candidates for folding.</summary>
    public async Task<IReadOnlyList<RefusalRow>> FindNearAsync(
        TenantId tenant, string foldKey, string recipientKey, DateTimeOffset from, DateTimeOffset until, DbTransaction transaction,
        CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT {Columns}
            FROM refusal r
            WHERE (r.tenant_id = @tenant AND r.recipient_key = @recipientKey AND r.occurred_at BETWEEN @from AND @until)
               OR (r.tenant_id = @tenant AND r.fold_key = @foldKey)
            ORDER BY r.occurred_at, r.id
            LIMIT 200
            """;
        return await transaction.ListAsync<RefusalRow>(sql, new { tenant, foldKey, recipientKey, from, until }, cancellationToken);
    }

    /// <summary>True when a source that vouches for itself told of this message.</summary>
    public async Task<bool> KnowsMessageAsync(TenantId tenant, string messageId, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT EXISTS (SELECT 1 FROM refusal WHERE tenant_id = @tenant AND message_id = @messageId AND verified)
            """;
        return await transaction.FindAsync<bool>(sql, new { tenant, messageId }, cancellationToken);
    }

    public Task AddAsync(TenantId tenant, RefusalRow row, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO refusal (tenant_id, id, fold_key, incident_id, recipient, recipient_key, recipient_domain, original_recipient, upper_case,
                action, status, reply_code, reply_text, stage, remote_mta, remote_ip, remote_ip_source, remote_port, reporting_mta, sending_ip,
                pool, sender, message_id, queue_id, dkim_domain, dkim_selector, format, category, family, permanent, verified, occurred_at,
                occurred_source, ingested_at)
            VALUES (@tenant, @Id, @FoldKey, @IncidentId, @Recipient, @RecipientKey, @RecipientDomain, @OriginalRecipient, @UpperCase,
                @Action, @Status, @ReplyCode, @ReplyText, @stage, @RemoteMta, @RemoteIp, @remoteIpSource, @RemotePort, @ReportingMta, @SendingIp,
                @Pool, @Sender, @MessageId, @QueueId, @DkimDomain, @DkimSelector, @Format, @category, @family, @Permanent, @Verified, @OccurredAt,
                @occurredSource, @IngestedAt)
            """;
        return transaction.ExecuteAsync(sql, Parameters(tenant, row), cancellationToken);
    }

    /// <summary>Writes the fields that a second source completed; id, person, incident and time of intake stay.</summary>
    public Task CompleteAsync(TenantId tenant, RefusalRow row, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE refusal
            SET original_recipient = @OriginalRecipient, action = @Action, status = @Status, reply_code = @ReplyCode, reply_text = @ReplyText,
                stage = @stage, remote_mta = @RemoteMta, remote_ip = @RemoteIp, remote_ip_source = @remoteIpSource, remote_port = @RemotePort,
                reporting_mta = @ReportingMta, sending_ip = @SendingIp, pool = @Pool, sender = @Sender, message_id = @MessageId,
                queue_id = @QueueId, dkim_domain = @DkimDomain, dkim_selector = @DkimSelector, category = @category, family = @family,
                permanent = @Permanent, verified = @Verified, occurred_at = @OccurredAt, occurred_source = @occurredSource
            WHERE tenant_id = @tenant AND id = @Id
            """;
        return transaction.ExecuteAsync(sql, Parameters(tenant, row), cancellationToken);
    }

    /// <summary>Notes which evidence told of the refusal; a second time changes nothing.</summary>
    /// <returns>False when it was noted before.</returns>
    public async Task<bool> LinkEvidenceAsync(
        TenantId tenant, long refusalId, long evidenceId, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO refusal_evidence (tenant_id, refusal_id, evidence_id)
            VALUES (@tenant, @refusalId, @evidenceId)
            ON CONFLICT DO NOTHING
            """;
        return await transaction.ExecuteAsync(sql, new { tenant, refusalId, evidenceId }, cancellationToken) == 1;
    }

    // Dapper sends an enum as its number; the tables hold names.
    private static DynamicParameters Parameters(TenantId tenant, RefusalRow row)
    {
        var parameters = new DynamicParameters(row);
        parameters.Add("tenant", tenant);
        parameters.Add("stage", row.Stage?.ToString());
        parameters.Add("remoteIpSource", row.RemoteIpSource.ToString());
        parameters.Add("category", row.Category.ToString());
        parameters.Add("family", row.Family.ToString());
        parameters.Add("occurredSource", row.OccurredSource.ToString());
        return parameters;
    }
}
