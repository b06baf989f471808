namespace BounceBoard.Storage.Retention;

/// <summary>One table that loses its old rows, a range of its key at a time.</summary>
/// <param name="Find">Last key of the next range; @cut is where it ends at the latest, @rows how many it takes.</param>
/// <param name="Delete">Removes the range up to @last.</param>
/// <param name="ByHour">The key is an hour, or a time; else it is an id.</param>
internal sealed record ExpiryStep(ExpiredKind Kind, string Find, string Delete, bool ByHour = false)
{
    /// <summary>In this order: what refers to another table's row leaves before it.</summary>
    public static IReadOnlyList<ExpiryStep> All { get; } =
    [
        new(
            ExpiredKind.Links,
            """
            SELECT MAX(w.refusal_id) FROM
                (SELECT refusal_id FROM refusal_evidence WHERE tenant_id = @tenant AND refusal_id < @cut ORDER BY refusal_id LIMIT @rows) w
            """,
            """DELETE FROM refusal_evidence WHERE tenant_id = @tenant AND refusal_id <= @last"""),
        new(
            ExpiredKind.Refusals,
            """SELECT MAX(w.id) FROM (SELECT id FROM refusal WHERE tenant_id = @tenant AND id < @cut ORDER BY id LIMIT @rows) w""",
            """DELETE FROM refusal WHERE tenant_id = @tenant AND id <= @last"""),
        // A refusal that is kept may have been seen in older evidence too.
        new(
            ExpiredKind.Links,
            """
            SELECT MAX(w.evidence_id) FROM
                (SELECT evidence_id FROM refusal_evidence WHERE tenant_id = @tenant AND evidence_id < @cut ORDER BY evidence_id LIMIT @rows) w
            """,
            """DELETE FROM refusal_evidence WHERE tenant_id = @tenant AND evidence_id <= @last"""),
        new(
            ExpiredKind.Contents,
            """
            SELECT MAX(w.evidence_id) FROM
                (SELECT evidence_id FROM evidence_content WHERE tenant_id = @tenant AND evidence_id < @cut ORDER BY evidence_id LIMIT @rows) w
            """,
            """DELETE FROM evidence_content WHERE tenant_id = @tenant AND evidence_id <= @last"""),
        // A line goes with its evidence, so that received = stored + duplicates + quarantined stays true.
        new(
            ExpiredKind.Intake,
            """
            SELECT MAX(w.evidence_id) FROM
                (SELECT evidence_id FROM intake WHERE tenant_id = @tenant AND evidence_id < @cut ORDER BY evidence_id LIMIT @rows) w
            """,
            """DELETE FROM intake WHERE tenant_id = @tenant AND evidence_id <= @last"""),
        new(
            ExpiredKind.Evidence,
            """SELECT MAX(w.id) FROM (SELECT id FROM evidence WHERE tenant_id = @tenant AND id < @cut ORDER BY id LIMIT @rows) w""",
            """DELETE FROM evidence WHERE tenant_id = @tenant AND id <= @last"""),
        // What is held stays for as long as it holds. Who was released may go: the evidence that could add them again has gone too.
        new(
            ExpiredKind.Suppressions,
            """
            SELECT MAX(w.id) FROM
                (SELECT id FROM suppression WHERE tenant_id = @tenant AND state = 'Released' AND id < @cut ORDER BY id LIMIT @rows) w
            """,
            """DELETE FROM suppression WHERE tenant_id = @tenant AND state = 'Released' AND id <= @last"""),
        new(
            ExpiredKind.Suppressions,
            """
            SELECT MAX(w.id) FROM
                (SELECT id FROM suppression WHERE tenant_id = @tenant AND state = 'Suggested' AND id < @cut ORDER BY id LIMIT @rows) w
            """,
            """DELETE FROM suppression WHERE tenant_id = @tenant AND state = 'Suggested' AND id <= @last"""),
        new(
            ExpiredKind.Alerts,
            """
            SELECT MAX(w.alert_id) FROM
                (SELECT alert_id FROM alert_delivery WHERE tenant_id = @tenant AND alert_id < @cut ORDER BY alert_id LIMIT @rows) w
            """,
            """DELETE FROM alert_delivery WHERE tenant_id = @tenant AND alert_id <= @last"""),
        new(
            ExpiredKind.Alerts,
            """SELECT MAX(w.id) FROM (SELECT id FROM alert WHERE tenant_id = @tenant AND id < @cut ORDER BY id LIMIT @rows) w""",
            """DELETE FROM alert WHERE tenant_id = @tenant AND id <= @last"""),
        // Who got what, with the conversations. The batches stay: what people decided about them is never removed, and they name no recipient.
        new(
            ExpiredKind.Retries,
            """
            SELECT MAX(w.id) FROM
                (SELECT a.id FROM retry_attempt a JOIN retry_batch b ON b.tenant_id = a.tenant_id AND b.id = a.batch_id
                 WHERE a.tenant_id = @tenant AND a.id < @cut AND b.ended_at IS NOT NULL ORDER BY a.id LIMIT @rows) w
            """,
            """
            DELETE FROM retry_attempt
            WHERE tenant_id = @tenant AND id <= @last
                AND EXISTS (SELECT 1 FROM retry_batch b WHERE b.tenant_id = @tenant AND b.id = retry_attempt.batch_id AND b.ended_at IS NOT NULL)
            """),
        new(
            ExpiredKind.Retries,
            """SELECT MAX(w.day) FROM (SELECT day FROM retry_count WHERE tenant_id = @tenant AND day < @cut ORDER BY day LIMIT @rows) w""",
            """DELETE FROM retry_count WHERE tenant_id = @tenant AND day <= @last""",
            ByHour: true),
        new(
            ExpiredKind.Hours,
            """SELECT MAX(w.hour) FROM (SELECT hour FROM incident_hour WHERE tenant_id = @tenant AND hour < @cut ORDER BY hour LIMIT @rows) w""",
            """DELETE FROM incident_hour WHERE tenant_id = @tenant AND hour <= @last""",
            ByHour: true),
        new(
            ExpiredKind.Hours,
            """SELECT MAX(w.hour) FROM (SELECT hour FROM delivery_hour WHERE tenant_id = @tenant AND hour < @cut ORDER BY hour LIMIT @rows) w""",
            """DELETE FROM delivery_hour WHERE tenant_id = @tenant AND hour <= @last""",
            ByHour: true),
        new(
            ExpiredKind.Hours,
            """SELECT MAX(w.hour) FROM (SELECT hour FROM tenant_hour WHERE tenant_id = @tenant AND hour < @cut ORDER BY hour LIMIT @rows) w""",
            """DELETE FROM tenant_hour WHERE tenant_id = @tenant AND hour <= @last""",
            ByHour: true),
        // The last one of each domain stays: it says how the domain is, however long ago it became so.
        new(
            ExpiredKind.Exams,
            """
            SELECT MAX(w.id) FROM
                (SELECT e.id FROM domain_exam e
                 WHERE e.tenant_id = @tenant AND e.id < @cut
                     AND EXISTS (SELECT 1 FROM domain_exam l WHERE l.tenant_id = e.tenant_id AND l.domain_id = e.domain_id AND l.id > e.id)
                 ORDER BY e.id LIMIT @rows) w
            """,
            """
            DELETE FROM domain_exam
            WHERE tenant_id = @tenant AND id <= @last
                AND EXISTS (SELECT 1 FROM domain_exam l
                            WHERE l.tenant_id = domain_exam.tenant_id AND l.domain_id = domain_exam.domain_id AND l.id > domain_exam.id)
            """),
        new(
            ExpiredKind.Exams,
            """
            SELECT MAX(w.expires_at) FROM
                (SELECT expires_at FROM domain_share WHERE tenant_id = @tenant AND expires_at < @cut ORDER BY expires_at LIMIT @rows) w
            """,
            """DELETE FROM domain_share WHERE tenant_id = @tenant AND expires_at <= @last""",
            ByHour: true),
        new(
            ExpiredKind.Exams,
            """SELECT MAX(w.last_at) FROM (SELECT last_at FROM seen_sender WHERE tenant_id = @tenant AND last_at < @cut ORDER BY last_at LIMIT @rows) w""",
            """DELETE FROM seen_sender WHERE tenant_id = @tenant AND last_at <= @last""",
            ByHour: true),
        new(
            ExpiredKind.Wordings,
            """SELECT MAX(w.last_at) FROM (SELECT last_at FROM unknown_wording WHERE tenant_id = @tenant AND last_at < @cut ORDER BY last_at LIMIT @rows) w""",
            """DELETE FROM unknown_wording WHERE tenant_id = @tenant AND last_at <= @last""",
            ByHour: true),
    ];
}
