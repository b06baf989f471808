namespace BounceBoard.Storage.Bounces;

/// <summary>The columns of <see cref="RefusalRow"/>, of a table that a query calls <c>r</c>.</summary>
internal static class RefusalColumns
{
    public const string All = """
        r.id, r.fold_key, r.incident_id, r.recipient, r.recipient_key, r.recipient_domain, r.original_recipient, r.upper_case, r.action,
        r.status, r.reply_code, r.reply_text, r.stage, r.remote_mta, r.remote_ip, r.remote_ip_source, r.derived, r.remote_port, r.reporting_mta,
        r.sending_ip, r.pool, r.sender, r.message_id, r.queue_id, r.dkim_domain, r.dkim_selector, r.format, r.category, r.family, r.permanent,
        r.verified, r.occurred_at, r.occurred_source, r.ingested_at, r.hops, r.side, r.rule_id, r.told_category, r.attempt_id
        """;
}
