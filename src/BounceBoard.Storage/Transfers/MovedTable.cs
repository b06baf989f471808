namespace BounceBoard.Storage.Transfers;

/// <summary>A table that moves from one engine to another, in the order of its key.</summary>
public sealed record MovedTable(string Name, params IReadOnlyList<string> Key)
{
    /// <summary>Every table that moves; what another one refers to comes first.</summary>
    public static IReadOnlyList<MovedTable> All { get; } =
    [
        new("tenant", "tenant_id"),
        new("app_user", "id"),
        new("tenant_member", "tenant_id", "user_id"),
        new("one_time_link", "token_hash"),
        new("api_token", "tenant_id", "id"),
        new("audit", "tenant_id", "seq"),
        new("tenant_domain", "tenant_id", "id"),
        new("domain_exam", "tenant_id", "id"),
        new("domain_issue", "tenant_id", "domain_id", "issue_key"),
        new("domain_share", "tenant_id", "id"),
        new("seen_sender", "tenant_id", "dkim_domain", "dkim_selector", "envelope_domain", "author_domain", "sending_ip", "helo", "pool"),
        new("sender_pool", "tenant_id", "id"),
        new("outbound_route", "tenant_id", "id"),
        new("own_network", "tenant_id", "cidr"),
        new("source", "tenant_id", "id"),
        new("webhook", "tenant_id", "source_id"),
        new("webhook_replay", "tenant_id", "source_id", "nonce"),
        new("followed_log", "tenant_id", "source_id"),
        new("log_generation", "tenant_id", "source_id", "number"),
        new("evidence", "tenant_id", "id"),
        new("evidence_content", "tenant_id", "evidence_id"),
        new("intake", "tenant_id", "id"),
        new("intake_count", "tenant_id", "source_id"),
        new("incident", "tenant_id", "id"),
        new("incident_hour", "tenant_id", "incident_id", "hour"),
        new("incident_domain", "tenant_id", "incident_id", "recipient_domain"),
        new("incident_person", "tenant_id", "incident_id", "recipient_key"),
        new("incident_pool", "tenant_id", "incident_id", "pool"),
        new("incident_note", "tenant_id", "id"),
        new("incident_dismissal", "tenant_id", "id"),
        new("refusal", "tenant_id", "id"),
        new("refusal_evidence", "tenant_id", "refusal_id", "evidence_id"),
        new("delivery_hour", "tenant_id", "recipient_domain", "hour", "remote_ip", "pool", "upper_case", "outcome"),
        new("tenant_hour", "tenant_id", "hour"),
        new("wording_rule", "tenant_id", "id"),
        new("unknown_wording", "tenant_id", "id"),
        new("verdict", "tenant_id", "id"),
        new("suppression", "tenant_id", "recipient_key"),
        new("alert_destination", "tenant_id", "id"),
        new("alert", "tenant_id", "id"),
        new("alert_delivery", "tenant_id", "destination_id", "alert_id"),
        new("verdict_override", "tenant_id", "id"),
        new("saved_view", "tenant_id", "user_id", "name"),
        new("route_check", "tenant_id"),
        new("route_finding", "tenant_id", "route_id", "line_number", "domain"),
        new("sending_route", "tenant_id", "id"),
        new("retry_setting", "tenant_id"),
        new("sending_stop", "tenant_id"),
        new("retry_batch", "tenant_id", "id"),
        new("retry_decision", "tenant_id", "id"),
        new("retry_attempt", "tenant_id", "id"),
        new("retry_count", "tenant_id", "day", "kind", "key"),
        new("sending_secret", "id"),
        new("mx_observation", "id"),
        new("record_observation", "id"),
        new("domain_watch", "domain"),
        new(Keys, "name"),
    ];

    /// <summary>Tables that stay: the processes that ran on the old database, and their queue, are none of the new one's.</summary>
    public static IReadOnlyList<string> Left { get; } = ["node", "slice_chain", "retry_turn", "sending_identity"];

    internal const string Keys = "data_protection_key";

    internal bool HoldsKeys => Name == Keys;
}
