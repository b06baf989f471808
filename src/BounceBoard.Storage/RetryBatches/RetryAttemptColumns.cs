namespace BounceBoard.Storage.RetryBatches;

/// <summary>The columns of <see cref="RetryAttemptRow"/>.</summary>
internal static class RetryAttemptColumns
{
    public const string All = """
        id, batch_id, stage, position, incident_id, recipient, recipient_key, domain, refusal_id, original_id, sender, pool, state, claim, lease_until,
        handed_at, settled_at, settled_by, outcome_source, message_id, queue_id, remote_mta, remote_ip, smtp_stage, reply_code, status, reply_text, remark
        """;
}
