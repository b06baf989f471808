-- Times are unix milliseconds, UTC. Enums are stored by name. Ids come from RowIds (time-ordered, 63 bits).
-- tenant_id leads every key; tables without it hold the installation's own rows or public DNS answers.

CREATE TABLE tenant (
    tenant_id  INTEGER NOT NULL PRIMARY KEY,
    slug       TEXT    NOT NULL UNIQUE,
    name       TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    is_demo    INTEGER NOT NULL,
    created_at INTEGER NOT NULL
);

CREATE TABLE app_user (
    id                     INTEGER NOT NULL PRIMARY KEY,
    email                  TEXT    NOT NULL,
    email_key              TEXT    NOT NULL UNIQUE,
    display_name           TEXT    NOT NULL,
    password_hash          TEXT,
    security_stamp         TEXT    NOT NULL,
    concurrency_stamp      TEXT    NOT NULL,
    lockout_end            INTEGER,
    access_failed_count    INTEGER NOT NULL,
    installation_role      TEXT    NOT NULL,
    joins_new_tenants      INTEGER NOT NULL,
    created_at             INTEGER NOT NULL,
    disabled_at            INTEGER
);

CREATE TABLE tenant_member (
    tenant_id INTEGER NOT NULL REFERENCES tenant (tenant_id),
    user_id   INTEGER NOT NULL REFERENCES app_user (id),
    role      TEXT    NOT NULL,
    added_at  INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, user_id)
);
CREATE INDEX ix_tenant_member_user ON tenant_member (user_id, tenant_id);

-- One-time links: first-run set-up, invitation, password reset. Only the hash of the token is kept.
CREATE TABLE one_time_link (
    token_hash TEXT    NOT NULL PRIMARY KEY,
    purpose    TEXT    NOT NULL,
    user_id    INTEGER REFERENCES app_user (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at    INTEGER
);

CREATE TABLE api_token (
    tenant_id    INTEGER NOT NULL REFERENCES tenant (tenant_id),
    id           INTEGER NOT NULL,
    name         TEXT    NOT NULL,
    prefix       TEXT    NOT NULL,
    token_hash   TEXT    NOT NULL UNIQUE,
    scopes       TEXT    NOT NULL,
    created_at   INTEGER NOT NULL,
    created_by   INTEGER NOT NULL,
    expires_at   INTEGER,
    last_used_at INTEGER,
    revoked_at   INTEGER,
    PRIMARY KEY (tenant_id, id)
);

-- Append-only and hash-chained, one chain per tenant; tenant_id 0 is the installation's own chain.
CREATE TABLE audit (
    tenant_id     INTEGER NOT NULL,
    seq           INTEGER NOT NULL,
    at            INTEGER NOT NULL,
    actor         TEXT    NOT NULL,
    via           TEXT    NOT NULL,
    action        TEXT    NOT NULL,
    object        TEXT    NOT NULL,
    detail        TEXT    NOT NULL,
    previous_hash TEXT    NOT NULL,
    hash          TEXT    NOT NULL,
    PRIMARY KEY (tenant_id, seq)
);
CREATE TRIGGER audit_is_never_updated BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TABLE tenant_domain (
    tenant_id INTEGER NOT NULL REFERENCES tenant (tenant_id),
    id        INTEGER NOT NULL,
    name      TEXT    NOT NULL,
    selectors TEXT    NOT NULL,
    added_at  INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name)
);

CREATE TABLE sender_pool (
    tenant_id INTEGER NOT NULL REFERENCES tenant (tenant_id),
    id        INTEGER NOT NULL,
    name      TEXT    NOT NULL,
    addresses TEXT    NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name)
);

-- A route is what a person pasted: a smarthost, or a whole transport(5) or manualroute table. Its lines are read when it is used.
CREATE TABLE outbound_route (
    tenant_id INTEGER NOT NULL REFERENCES tenant (tenant_id),
    id        INTEGER NOT NULL,
    name      TEXT    NOT NULL,
    kind      TEXT    NOT NULL,
    pool      TEXT,
    addresses TEXT    NOT NULL,
    text      TEXT    NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name)
);

CREATE TABLE own_network (
    tenant_id INTEGER NOT NULL REFERENCES tenant (tenant_id),
    cidr      TEXT    NOT NULL,
    PRIMARY KEY (tenant_id, cidr)
);

CREATE TABLE source (
    tenant_id  INTEGER NOT NULL REFERENCES tenant (tenant_id),
    id         INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    folder     TEXT,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name)
);

CREATE TABLE evidence (
    tenant_id   INTEGER NOT NULL REFERENCES tenant (tenant_id),
    id          INTEGER NOT NULL,
    sha256      TEXT    NOT NULL,
    source_id   INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    state       TEXT    NOT NULL,
    reason      TEXT,
    name        TEXT    NOT NULL,
    size        INTEGER NOT NULL,
    -- Chunks of one log file share a stream and are parsed in order.
    stream      TEXT,
    ordinal     INTEGER NOT NULL,
    verified    INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    parsed_at   INTEGER,
    parser      TEXT,
    reports     INTEGER NOT NULL,
    attempts    INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, sha256),
    FOREIGN KEY (tenant_id, source_id) REFERENCES source (tenant_id, id)
);
CREATE INDEX ix_evidence_due ON evidence (state, id) WHERE state = 'Received';
CREATE INDEX ix_evidence_stream ON evidence (tenant_id, stream, ordinal) WHERE stream IS NOT NULL;

CREATE TABLE evidence_content (
    tenant_id   INTEGER NOT NULL,
    evidence_id INTEGER NOT NULL,
    -- Brotli of the raw bytes.
    content     BLOB    NOT NULL,
    PRIMARY KEY (tenant_id, evidence_id),
    FOREIGN KEY (tenant_id, evidence_id) REFERENCES evidence (tenant_id, id)
);

-- One row per item that was offered, whatever became of it: received = stored + duplicates + quarantined.
CREATE TABLE intake (
    tenant_id   INTEGER NOT NULL,
    id          INTEGER NOT NULL,
    source_id   INTEGER NOT NULL,
    evidence_id INTEGER NOT NULL,
    outcome     TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, evidence_id) REFERENCES evidence (tenant_id, id)
);
CREATE INDEX ix_intake_source ON intake (tenant_id, source_id, outcome, received_at);
CREATE INDEX ix_intake_evidence ON intake (tenant_id, evidence_id);

CREATE TABLE incident (
    tenant_id   INTEGER NOT NULL REFERENCES tenant (tenant_id),
    id          INTEGER NOT NULL,
    number      INTEGER NOT NULL,
    family      TEXT    NOT NULL,
    scope       TEXT    NOT NULL,
    scope_name  TEXT    NOT NULL,
    state       TEXT    NOT NULL,
    title       TEXT    NOT NULL,
    refusals    INTEGER NOT NULL,
    people      INTEGER NOT NULL,
    first_at    INTEGER NOT NULL,
    last_at     INTEGER NOT NULL,
    opened_at   INTEGER NOT NULL,
    closed_at   INTEGER,
    verdict     TEXT,
    cause       TEXT,
    confidence  TEXT,
    decided_at  INTEGER,
    -- When the rules should look again: at once after new facts, later while time alone can move the verdict.
    decide_due  INTEGER,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, number),
    UNIQUE (tenant_id, family, scope, scope_name)
);
CREATE INDEX ix_incident_last ON incident (tenant_id, last_at DESC);
CREATE INDEX ix_incident_scope ON incident (tenant_id, scope_name);
CREATE INDEX ix_incident_due ON incident (decide_due) WHERE decide_due IS NOT NULL;

-- Counted while refusals arrive, so that a list of incidents never scans refusals.
CREATE TABLE incident_hour (
    tenant_id   INTEGER NOT NULL,
    incident_id INTEGER NOT NULL,
    -- Start of the hour, unix milliseconds.
    hour        INTEGER NOT NULL,
    refusals    INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, incident_id, hour),
    FOREIGN KEY (tenant_id, incident_id) REFERENCES incident (tenant_id, id)
);

CREATE TABLE incident_domain (
    tenant_id        INTEGER NOT NULL,
    incident_id      INTEGER NOT NULL,
    recipient_domain TEXT    NOT NULL,
    refusals         INTEGER NOT NULL,
    last_at          INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, incident_id, recipient_domain),
    FOREIGN KEY (tenant_id, incident_id) REFERENCES incident (tenant_id, id)
);
CREATE INDEX ix_incident_domain_domain ON incident_domain (recipient_domain, tenant_id, incident_id);

CREATE TABLE incident_person (
    tenant_id     INTEGER NOT NULL,
    incident_id   INTEGER NOT NULL,
    recipient_key TEXT    NOT NULL,
    refusals      INTEGER NOT NULL,
    first_at      INTEGER NOT NULL,
    last_at       INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, incident_id, recipient_key),
    FOREIGN KEY (tenant_id, incident_id) REFERENCES incident (tenant_id, id)
);

CREATE TABLE refusal (
    tenant_id          INTEGER NOT NULL REFERENCES tenant (tenant_id),
    id                 INTEGER NOT NULL,
    fold_key           TEXT    NOT NULL,
    incident_id        INTEGER NOT NULL,
    recipient          TEXT    NOT NULL,
    recipient_key      TEXT    NOT NULL,
    recipient_domain   TEXT    NOT NULL,
    original_recipient TEXT,
    upper_case         INTEGER NOT NULL,
    action             TEXT    NOT NULL,
    status             TEXT,
    reply_code         INTEGER,
    reply_text         TEXT,
    stage              TEXT,
    remote_mta         TEXT,
    remote_ip          TEXT,
    remote_ip_source   TEXT    NOT NULL,
    remote_port        INTEGER,
    reporting_mta      TEXT,
    sending_ip         TEXT,
    pool               TEXT,
    sender             TEXT,
    message_id         TEXT,
    queue_id           TEXT,
    dkim_domain        TEXT,
    dkim_selector      TEXT,
    format             TEXT    NOT NULL,
    category           TEXT    NOT NULL,
    family             TEXT    NOT NULL,
    permanent          INTEGER,
    verified           INTEGER NOT NULL,
    occurred_at        INTEGER NOT NULL,
    occurred_source    TEXT    NOT NULL,
    ingested_at        INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, fold_key),
    FOREIGN KEY (tenant_id, incident_id) REFERENCES incident (tenant_id, id)
);
CREATE INDEX ix_refusal_incident ON refusal (tenant_id, incident_id, occurred_at, id);
CREATE INDEX ix_refusal_person ON refusal (tenant_id, recipient_key, occurred_at);
CREATE INDEX ix_refusal_message ON refusal (tenant_id, message_id) WHERE message_id IS NOT NULL;
CREATE INDEX ix_refusal_time ON refusal (tenant_id, occurred_at);
CREATE INDEX ix_refusal_domain ON refusal (tenant_id, recipient_domain, occurred_at);

-- The same refusal seen in a log and in a DSN is one refusal with two pieces of evidence.
CREATE TABLE refusal_evidence (
    tenant_id   INTEGER NOT NULL,
    refusal_id  INTEGER NOT NULL,
    evidence_id INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, refusal_id, evidence_id),
    FOREIGN KEY (tenant_id, refusal_id) REFERENCES refusal (tenant_id, id),
    FOREIGN KEY (tenant_id, evidence_id) REFERENCES evidence (tenant_id, id)
);
CREATE INDEX ix_refusal_evidence_evidence ON refusal_evidence (tenant_id, evidence_id);

CREATE TABLE delivery_hour (
    tenant_id        INTEGER NOT NULL REFERENCES tenant (tenant_id),
    -- Start of the hour, unix milliseconds.
    hour             INTEGER NOT NULL,
    recipient_domain TEXT    NOT NULL,
    remote_ip        TEXT    NOT NULL,
    pool             TEXT    NOT NULL,
    upper_case       INTEGER NOT NULL,
    -- Accepted, Deferred or Refused.
    outcome          TEXT    NOT NULL,
    messages         INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, recipient_domain, hour, remote_ip, pool, upper_case, outcome)
);
CREATE INDEX ix_delivery_hour_hour ON delivery_hour (tenant_id, outcome, hour);

-- Verdicts are opinions: appended when they change, never updated.
CREATE TABLE verdict (
    tenant_id      INTEGER NOT NULL,
    id             INTEGER NOT NULL,
    incident_id    INTEGER NOT NULL,
    decided_at     INTEGER NOT NULL,
    verdict        TEXT    NOT NULL,
    confidence     TEXT    NOT NULL,
    cause          TEXT    NOT NULL,
    sub_cause      TEXT,
    relation       TEXT    NOT NULL,
    -- The whole Finding as JSON: reasons with rule ids, missing, what would change it, fix steps, not before.
    finding        TEXT    NOT NULL,
    evidence_ids   TEXT    NOT NULL,
    observation_ids TEXT   NOT NULL,
    -- SHA-256 of what makes two verdicts different (verdict, cause, rules, answers compared, order of size): an equal one is not appended again.
    fingerprint    TEXT    NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, incident_id) REFERENCES incident (tenant_id, id)
);
CREATE INDEX ix_verdict_incident ON verdict (tenant_id, incident_id, id);
CREATE TRIGGER verdict_is_never_updated BEFORE UPDATE ON verdict BEGIN SELECT RAISE(ABORT, 'verdicts are append-only'); END;
CREATE TRIGGER verdict_is_never_deleted BEFORE DELETE ON verdict BEGIN SELECT RAISE(ABORT, 'verdicts are append-only'); END;

-- Public DNS answers as intervals. origin: 'live' from resolvers, 'recorded' for the demo tenant's sample data.
CREATE TABLE mx_observation (
    id          INTEGER NOT NULL PRIMARY KEY,
    origin      TEXT    NOT NULL,
    domain      TEXT    NOT NULL,
    resolver    TEXT    NOT NULL,
    from_at     INTEGER NOT NULL,
    seen_until  INTEGER NOT NULL,
    state       TEXT    NOT NULL,
    -- The MxAnswer as canonical JSON without its TTL, which counts down and would end every interval.
    answer      TEXT    NOT NULL,
    ttl         INTEGER
);
CREATE INDEX ix_mx_observation_domain ON mx_observation (origin, domain, resolver, from_at);

CREATE TABLE record_observation (
    id          INTEGER NOT NULL PRIMARY KEY,
    origin      TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    type        TEXT    NOT NULL,
    resolver    TEXT    NOT NULL,
    from_at     INTEGER NOT NULL,
    seen_until  INTEGER NOT NULL,
    state       TEXT    NOT NULL,
    answer      TEXT    NOT NULL,
    ttl         INTEGER
);
CREATE INDEX ix_record_observation_name ON record_observation (origin, name, type, resolver, from_at);

-- Due work of the re-resolve job: one row per domain that any tenant watches, claimed with a lease.
CREATE TABLE domain_watch (
    domain      TEXT    NOT NULL PRIMARY KEY,
    due_at      INTEGER NOT NULL,
    lease_until INTEGER NOT NULL,
    -- Looks in a row that brought no usable answer; the next one waits longer.
    failures    INTEGER NOT NULL,
    last_at     INTEGER
);
CREATE INDEX ix_domain_watch_due ON domain_watch (due_at);
