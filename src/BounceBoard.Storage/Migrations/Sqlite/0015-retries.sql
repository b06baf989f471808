-- How a tenant's controlled retries leave the house.
CREATE TABLE sending_route (
    tenant_id       INTEGER NOT NULL REFERENCES tenant (tenant_id),
    id              INTEGER NOT NULL,
    name            TEXT    NOT NULL,
    kind            TEXT    NOT NULL,
    -- Rises with every change; an approval holds for one revision only.
    revision        INTEGER NOT NULL,
    enabled         INTEGER NOT NULL,
    host            TEXT    NOT NULL,
    port            INTEGER NOT NULL,
    tls             TEXT    NOT NULL,
    user_name       TEXT    NOT NULL,
    password_sealed TEXT,
    -- Sender domains this route may be used for, one per line.
    sender_domains  TEXT    NOT NULL,
    -- Local part before the token in the envelope sender.
    return_prefix   TEXT    NOT NULL,
    helo            TEXT    NOT NULL,
    source_ip       TEXT,
    pool            TEXT,
    pool_header     TEXT    NOT NULL,
    dkim_domain     TEXT    NOT NULL,
    dkim_selector   TEXT    NOT NULL,
    dkim_key_sealed TEXT,
    -- An https address that gets each recipient, for platforms that must send themselves.
    webhook         TEXT    NOT NULL,
    secret_sealed   TEXT,
    rate_per_minute INTEGER NOT NULL,
    per_day         INTEGER NOT NULL,
    -- The tenant's own mailbox that tests go to.
    test_mailbox    TEXT    NOT NULL,
    -- What the last test said, and of which revision.
    tested_at       INTEGER,
    tested_revision INTEGER,
    test_passed     INTEGER,
    test_answer     TEXT,
    created_at      INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name)
);

-- What a tenant allows; no row: as the installation says.
CREATE TABLE retry_setting (
    tenant_id          INTEGER NOT NULL PRIMARY KEY REFERENCES tenant (tenant_id),
    four_eyes          TEXT    NOT NULL,
    four_eyes_above    INTEGER NOT NULL,
    per_person         INTEGER NOT NULL,
    per_person_days    INTEGER NOT NULL,
    per_domain_day     INTEGER NOT NULL,
    per_day            INTEGER NOT NULL,
    rate_per_minute    INTEGER NOT NULL,
    -- Minutes of the day in the zone; both null: at any time.
    hours_from         INTEGER,
    hours_until        INTEGER,
    hours_zone         TEXT    NOT NULL,
    observe_minutes    INTEGER NOT NULL,
    approval_minutes   INTEGER NOT NULL,
    approve_each_stage INTEGER NOT NULL
);

-- Nothing is sent while a row stands here; tenant 0 is the installation.
CREATE TABLE sending_stop (
    tenant_id  INTEGER NOT NULL PRIMARY KEY,
    stopped_at INTEGER NOT NULL,
    stopped_by TEXT    NOT NULL,
    reason     TEXT    NOT NULL
);

CREATE TABLE retry_batch (
    tenant_id       INTEGER NOT NULL REFERENCES tenant (tenant_id),
    id              INTEGER NOT NULL,
    number          INTEGER NOT NULL,
    incident_id     INTEGER NOT NULL,
    state           TEXT    NOT NULL,
    -- The RetryPlan as JSON; its hash covers the cohort too. An approval names this hash.
    plan            TEXT    NOT NULL,
    plan_hash       TEXT    NOT NULL,
    -- No foreign key: a route may go when no unfinished batch needs it; the plan says what it was.
    route_id        INTEGER NOT NULL,
    people          INTEGER NOT NULL,
    -- 1 and up.
    stage           INTEGER NOT NULL,
    stages          INTEGER NOT NULL,
    requested_at    INTEGER NOT NULL,
    -- Person who asked; null for the command line and tokens.
    requested_by_id INTEGER,
    requested_by    TEXT    NOT NULL,
    -- Made when the page loads: a click that is sent twice asks once.
    idempotency_key TEXT    NOT NULL,
    approved_at     INTEGER,
    approved_by_id  INTEGER,
    approved_by     TEXT,
    -- First connection not before: undo time, not-before of the plan, allowed hours.
    send_after      INTEGER,
    expires_at      INTEGER,
    stage_sent_at   INTEGER,
    observe_until   INTEGER,
    ended_at        INTEGER,
    end_reason      TEXT,
    -- Set when the database turned out to be a restored one: an owner must confirm.
    frozen_at       INTEGER,
    -- When a job should look again; null when only a person can move it.
    due_at          INTEGER,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, number),
    UNIQUE (tenant_id, idempotency_key),
    FOREIGN KEY (tenant_id, incident_id) REFERENCES incident (tenant_id, id)
);
CREATE INDEX ix_retry_batch_due ON retry_batch (tenant_id, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX ix_retry_batch_state ON retry_batch (tenant_id, state, number);
CREATE INDEX ix_retry_batch_incident ON retry_batch (tenant_id, incident_id, number);

-- What people decided about a batch; appended, never changed.
CREATE TABLE retry_decision (
    tenant_id     INTEGER NOT NULL,
    id            INTEGER NOT NULL,
    batch_id      INTEGER NOT NULL,
    stage         INTEGER NOT NULL,
    event         TEXT    NOT NULL,
    from_state    TEXT    NOT NULL,
    to_state      TEXT    NOT NULL,
    plan_hash     TEXT    NOT NULL,
    decided_at    INTEGER NOT NULL,
    decided_by_id INTEGER,
    decided_by    TEXT    NOT NULL,
    comment       TEXT    NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, batch_id) REFERENCES retry_batch (tenant_id, id)
);
CREATE INDEX ix_retry_decision_batch ON retry_decision (tenant_id, batch_id, id);
CREATE TRIGGER retry_decision_is_never_updated BEFORE UPDATE ON retry_decision BEGIN SELECT RAISE(ABORT, 'what people decided is append-only'); END;
CREATE TRIGGER retry_decision_is_never_deleted BEFORE DELETE ON retry_decision BEGIN SELECT RAISE(ABORT, 'what people decided is append-only'); END;

-- One recipient of one batch, tried once. No foreign keys to refusal and evidence: these leave earlier.
CREATE TABLE retry_attempt (
    tenant_id      INTEGER NOT NULL,
    id             INTEGER NOT NULL,
    batch_id       INTEGER NOT NULL,
    stage          INTEGER NOT NULL,
    position       INTEGER NOT NULL,
    incident_id    INTEGER NOT NULL,
    -- As submitted, case kept.
    recipient      TEXT    NOT NULL,
    recipient_key  TEXT    NOT NULL,
    domain         TEXT    NOT NULL,
    refusal_id     INTEGER NOT NULL,
    -- Evidence that holds the original whole; null: the test message.
    original_id    INTEGER,
    sender         TEXT    NOT NULL,
    pool           TEXT,
    state          TEXT    NOT NULL,
    -- Names the claim that holds it; another one's compare-and-set fails.
    claim          INTEGER,
    lease_until    INTEGER,
    -- When the final dot was about to be sent, or the recipient was handed to the platform.
    handed_at      INTEGER,
    settled_at     INTEGER,
    settled_by     TEXT,
    outcome_source TEXT,
    message_id     TEXT    NOT NULL,
    -- What our relay called it: its log lines bear this name.
    queue_id       TEXT,
    remote_mta     TEXT,
    remote_ip      TEXT,
    smtp_stage     TEXT,
    reply_code     INTEGER,
    status         TEXT,
    reply_text     TEXT,
    -- Why it was skipped, in doubt, or settled by hand.
    remark         TEXT,
    transcript     TEXT,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, batch_id, recipient_key),
    FOREIGN KEY (tenant_id, batch_id) REFERENCES retry_batch (tenant_id, id),
    FOREIGN KEY (tenant_id, incident_id) REFERENCES incident (tenant_id, id)
);
CREATE INDEX ix_retry_attempt_batch ON retry_attempt (tenant_id, batch_id, stage, position);
CREATE UNIQUE INDEX ix_retry_attempt_message ON retry_attempt (tenant_id, message_id);
CREATE INDEX ix_retry_attempt_queue ON retry_attempt (tenant_id, queue_id) WHERE queue_id IS NOT NULL;
CREATE INDEX ix_retry_attempt_person ON retry_attempt (tenant_id, recipient_key, handed_at);
CREATE INDEX ix_retry_attempt_domain ON retry_attempt (tenant_id, domain, handed_at);
CREATE INDEX ix_retry_attempt_incident ON retry_attempt (tenant_id, incident_id, state);
CREATE INDEX ix_retry_attempt_lease ON retry_attempt (tenant_id, lease_until) WHERE lease_until IS NOT NULL;
CREATE INDEX ix_retry_attempt_doubt ON retry_attempt (tenant_id, id) WHERE state = 'InDoubt';

-- Mails handed over in a day, so that a limit is one compare-and-set; tenant 0 counts the whole installation.
CREATE TABLE retry_count (
    tenant_id INTEGER NOT NULL,
    -- Start of the day, UTC, unix milliseconds.
    day       INTEGER NOT NULL,
    -- Tenant, Domain, Route or Installation.
    kind      TEXT    NOT NULL,
    key       TEXT    NOT NULL,
    sent      INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, day, kind, key)
) WITHOUT ROWID;

-- Whose turn a destination is: one connection at a time over all nodes, and the pace of a route. Tenant 0: a server that all tenants share.
CREATE TABLE retry_turn (
    tenant_id   INTEGER NOT NULL,
    destination TEXT    NOT NULL,
    -- The claim that holds it until lease_until.
    holder      INTEGER NOT NULL,
    lease_until INTEGER NOT NULL,
    -- Nobody sends before.
    next_at     INTEGER NOT NULL,
    -- Troubles with the server in a row, and its last words.
    failures    INTEGER NOT NULL,
    said        TEXT,
    PRIMARY KEY (tenant_id, destination)
) WITHOUT ROWID;

-- One row: the key of the tokens in our envelope senders, sealed with the installation's keys.
CREATE TABLE sending_secret (
    id     INTEGER NOT NULL PRIMARY KEY,
    sealed TEXT    NOT NULL
);

-- The attempt of a controlled retry that this refusal answered.
ALTER TABLE refusal ADD COLUMN attempt_id INTEGER;

-- One row: which database this is, so that a restored one is told from the one that sent.
CREATE TABLE sending_identity (
    id       INTEGER NOT NULL PRIMARY KEY,
    identity TEXT    NOT NULL,
    -- Set in a copy that a backup makes: whoever starts on it was restored.
    copied_at INTEGER
);
