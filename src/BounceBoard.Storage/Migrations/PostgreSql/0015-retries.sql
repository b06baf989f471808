-- How a tenant's controlled retries leave the house.
CREATE TABLE sending_route (
    tenant_id       BIGINT NOT NULL REFERENCES tenant (tenant_id),
    id              BIGINT NOT NULL,
    name            TEXT    NOT NULL,
    kind            TEXT    NOT NULL,
    -- Rises with every change; an approval holds for one revision only.
    revision        BIGINT NOT NULL,
    enabled         BOOLEAN NOT NULL,
    host            TEXT    NOT NULL,
    port            BIGINT NOT NULL,
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
    rate_per_minute BIGINT NOT NULL,
    per_day         BIGINT NOT NULL,
    -- The tenant's own mailbox that tests go to.
    test_mailbox    TEXT    NOT NULL,
    -- What the last test said, and of which revision.
    tested_at       BIGINT,
    tested_revision BIGINT,
    test_passed     BOOLEAN,
    test_answer     TEXT,
    created_at      BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name)
);

-- What a tenant allows; no row: as the installation says.
CREATE TABLE retry_setting (
    tenant_id          BIGINT NOT NULL PRIMARY KEY REFERENCES tenant (tenant_id),
    four_eyes          TEXT    NOT NULL,
    four_eyes_above    BIGINT NOT NULL,
    per_person         BIGINT NOT NULL,
    per_person_days    BIGINT NOT NULL,
    per_domain_day     BIGINT NOT NULL,
    per_day            BIGINT NOT NULL,
    rate_per_minute    BIGINT NOT NULL,
    -- Minutes of the day in the zone; both null: at any time.
    hours_from         BIGINT,
    hours_until        BIGINT,
    hours_zone         TEXT    NOT NULL,
    observe_minutes    BIGINT NOT NULL,
    approval_minutes   BIGINT NOT NULL,
    approve_each_stage BOOLEAN NOT NULL
);

-- Nothing is sent while a row stands here; tenant 0 is the installation.
CREATE TABLE sending_stop (
    tenant_id  BIGINT NOT NULL PRIMARY KEY,
    stopped_at BIGINT NOT NULL,
    stopped_by TEXT    NOT NULL,
    reason     TEXT    NOT NULL
);

CREATE TABLE retry_batch (
    tenant_id       BIGINT NOT NULL REFERENCES tenant (tenant_id),
    id              BIGINT NOT NULL,
    number          BIGINT NOT NULL,
    incident_id     BIGINT NOT NULL,
    state           TEXT    NOT NULL,
    -- The RetryPlan as JSON; its hash covers the cohort too. An approval names this hash.
    plan            TEXT    NOT NULL,
    plan_hash       TEXT    NOT NULL,
    -- No foreign key: a route may go when no unfinished batch needs it; the plan says what it was.
    route_id        BIGINT NOT NULL,
    people          BIGINT NOT NULL,
    -- 1 and up.
    stage           BIGINT NOT NULL,
    stages          BIGINT NOT NULL,
    requested_at    BIGINT NOT NULL,
    -- Person who asked; null for the command line and tokens.
    requested_by_id BIGINT,
    requested_by    TEXT    NOT NULL,
    -- Made when the page loads: a click that is sent twice asks once.
    idempotency_key TEXT    NOT NULL,
    approved_at     BIGINT,
    approved_by_id  BIGINT,
    approved_by     TEXT,
    -- First connection not before: undo time, not-before of the plan, allowed hours.
    send_after      BIGINT,
    expires_at      BIGINT,
    stage_sent_at   BIGINT,
    observe_until   BIGINT,
    ended_at        BIGINT,
    end_reason      TEXT,
    -- Set when the database turned out to be a restored one: an owner must confirm.
    frozen_at       BIGINT,
    -- When a job should look again; null when only a person can move it.
    due_at          BIGINT,
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
    tenant_id     BIGINT NOT NULL,
    id            BIGINT NOT NULL,
    batch_id      BIGINT NOT NULL,
    stage         BIGINT NOT NULL,
    event         TEXT    NOT NULL,
    from_state    TEXT    NOT NULL,
    to_state      TEXT    NOT NULL,
    plan_hash     TEXT    NOT NULL,
    decided_at    BIGINT NOT NULL,
    decided_by_id BIGINT,
    decided_by    TEXT    NOT NULL,
    comment       TEXT    NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, batch_id) REFERENCES retry_batch (tenant_id, id)
);
CREATE INDEX ix_retry_decision_batch ON retry_decision (tenant_id, batch_id, id);
CREATE TRIGGER retry_decision_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON retry_decision EXECUTE FUNCTION refuse_change();

-- One recipient of one batch, tried once. No foreign keys to refusal and evidence: these leave earlier.
CREATE TABLE retry_attempt (
    tenant_id      BIGINT NOT NULL,
    id             BIGINT NOT NULL,
    batch_id       BIGINT NOT NULL,
    stage          BIGINT NOT NULL,
    position       BIGINT NOT NULL,
    incident_id    BIGINT NOT NULL,
    -- As submitted, case kept.
    recipient      TEXT    NOT NULL,
    recipient_key  TEXT COLLATE "C" NOT NULL,
    domain         TEXT COLLATE "C" NOT NULL,
    refusal_id     BIGINT NOT NULL,
    -- Evidence that holds the original whole; null: the test message.
    original_id    BIGINT,
    sender         TEXT    NOT NULL,
    pool           TEXT,
    state          TEXT    NOT NULL,
    -- Names the claim that holds it; another one's compare-and-set fails.
    claim          BIGINT,
    lease_until    BIGINT,
    -- When the final dot was about to be sent, or the recipient was handed to the platform.
    handed_at      BIGINT,
    settled_at     BIGINT,
    settled_by     TEXT,
    outcome_source TEXT,
    message_id     TEXT    NOT NULL,
    -- What our relay called it: its log lines bear this name.
    queue_id       TEXT,
    remote_mta     TEXT,
    remote_ip      TEXT,
    smtp_stage     TEXT,
    reply_code     BIGINT,
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
    tenant_id BIGINT NOT NULL,
    -- Start of the day, UTC, unix milliseconds.
    day       BIGINT NOT NULL,
    -- Tenant, Domain, Route or Installation.
    kind      TEXT    NOT NULL,
    key       TEXT COLLATE "C" NOT NULL,
    sent      BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, day, kind, key)
);

-- Whose turn a destination is: one connection at a time over all nodes, and the pace of a route. Tenant 0: a server that all tenants share.
CREATE TABLE retry_turn (
    tenant_id   BIGINT NOT NULL,
    destination TEXT COLLATE "C" NOT NULL,
    -- The claim that holds it until lease_until.
    holder      BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    -- Nobody sends before.
    next_at     BIGINT NOT NULL,
    -- Troubles with the server in a row, and its last words.
    failures    BIGINT NOT NULL,
    said        TEXT,
    PRIMARY KEY (tenant_id, destination)
);

-- One row: the key of the tokens in our envelope senders, sealed with the installation's keys.
CREATE TABLE sending_secret (
    id     BIGINT NOT NULL PRIMARY KEY,
    sealed TEXT    NOT NULL
);

-- The attempt of a controlled retry that this refusal answered.
ALTER TABLE refusal ADD COLUMN attempt_id BIGINT;

-- One row: which database this is, so that a restored one is told from the one that sent.
CREATE TABLE sending_identity (
    id       BIGINT NOT NULL PRIMARY KEY,
    identity TEXT    NOT NULL,
    -- Set in a copy that a backup makes: whoever starts on it was restored.
    copied_at BIGINT
);
