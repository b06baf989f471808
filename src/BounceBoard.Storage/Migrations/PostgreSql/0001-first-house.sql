-- Times are unix milliseconds, UTC. Enums are stored by name. Ids come from RowIds (time-ordered, 63 bits).
-- tenant_id leads every key, so that a distributed server can shard by it; tables without it hold the installation's own rows or public DNS
-- answers. What grows without end is cut by month of arrival: ids rise with time, so a range of ids is a month (see MonthPartitions). A row that
-- no month takes goes to the default partition and is never refused.

CREATE TABLE tenant (
    tenant_id  BIGINT  NOT NULL PRIMARY KEY,
    slug       TEXT COLLATE "C" NOT NULL UNIQUE,
    name       TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    is_demo    BOOLEAN NOT NULL,
    created_at BIGINT  NOT NULL
);

CREATE TABLE app_user (
    id                     BIGINT  NOT NULL PRIMARY KEY,
    email                  TEXT    NOT NULL,
    email_key              TEXT COLLATE "C" NOT NULL UNIQUE,
    display_name           TEXT    NOT NULL,
    password_hash          TEXT,
    security_stamp         TEXT    NOT NULL,
    concurrency_stamp      TEXT    NOT NULL,
    lockout_end            BIGINT,
    access_failed_count    INTEGER NOT NULL,
    installation_role      TEXT    NOT NULL,
    joins_new_tenants      BOOLEAN NOT NULL,
    created_at             BIGINT  NOT NULL,
    disabled_at            BIGINT 
);

CREATE TABLE tenant_member (
    tenant_id BIGINT  NOT NULL REFERENCES tenant (tenant_id),
    user_id   BIGINT  NOT NULL REFERENCES app_user (id),
    role      TEXT    NOT NULL,
    added_at  BIGINT  NOT NULL,
    PRIMARY KEY (tenant_id, user_id)
);
CREATE INDEX ix_tenant_member_user ON tenant_member (user_id, tenant_id);

-- One-time links: first-run set-up, invitation, password reset. Only the hash of the token is kept.
CREATE TABLE one_time_link (
    token_hash TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    purpose    TEXT    NOT NULL,
    user_id    BIGINT  REFERENCES app_user (id),
    created_at BIGINT  NOT NULL,
    expires_at BIGINT  NOT NULL,
    used_at    BIGINT 
);

CREATE TABLE api_token (
    tenant_id    BIGINT  NOT NULL REFERENCES tenant (tenant_id),
    id           BIGINT  NOT NULL,
    name         TEXT    NOT NULL,
    prefix       TEXT    NOT NULL,
    token_hash   TEXT COLLATE "C" NOT NULL UNIQUE,
    scopes       TEXT    NOT NULL,
    created_at   BIGINT  NOT NULL,
    created_by   BIGINT  NOT NULL,
    expires_at   BIGINT,
    last_used_at BIGINT,
    revoked_at   BIGINT,
    PRIMARY KEY (tenant_id, id)
);

-- Append-only and hash-chained, one chain per tenant; tenant_id 0 is the installation's own chain.
CREATE TABLE audit (
    tenant_id     BIGINT  NOT NULL,
    seq           BIGINT  NOT NULL,
    at            BIGINT  NOT NULL,
    actor         TEXT    NOT NULL,
    via           TEXT    NOT NULL,
    action        TEXT    NOT NULL,
    object        TEXT    NOT NULL,
    detail        TEXT    NOT NULL,
    previous_hash TEXT    NOT NULL,
    hash          TEXT    NOT NULL,
    PRIMARY KEY (tenant_id, seq)
);

CREATE TABLE tenant_domain (
    tenant_id BIGINT  NOT NULL REFERENCES tenant (tenant_id),
    id        BIGINT  NOT NULL,
    name      TEXT    NOT NULL,
    selectors TEXT    NOT NULL,
    added_at  BIGINT  NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name)
);

CREATE TABLE sender_pool (
    tenant_id BIGINT  NOT NULL REFERENCES tenant (tenant_id),
    id        BIGINT  NOT NULL,
    name      TEXT    NOT NULL,
    addresses TEXT    NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name)
);

-- A route is what a person pasted: a smarthost, or a whole transport(5) or manualroute table. Its lines are read when it is used.
CREATE TABLE outbound_route (
    tenant_id BIGINT  NOT NULL REFERENCES tenant (tenant_id),
    id        BIGINT  NOT NULL,
    name      TEXT    NOT NULL,
    kind      TEXT    NOT NULL,
    pool      TEXT,
    addresses TEXT    NOT NULL,
    text      TEXT    NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name)
);

CREATE TABLE own_network (
    tenant_id BIGINT  NOT NULL REFERENCES tenant (tenant_id),
    cidr      TEXT    NOT NULL,
    PRIMARY KEY (tenant_id, cidr)
);

CREATE TABLE source (
    tenant_id  BIGINT  NOT NULL REFERENCES tenant (tenant_id),
    id         BIGINT  NOT NULL,
    name       TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    folder     TEXT,
    created_at BIGINT  NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name)
);

CREATE TABLE evidence (
    tenant_id   BIGINT  NOT NULL REFERENCES tenant (tenant_id),
    id          BIGINT  NOT NULL,
    sha256      TEXT COLLATE "C" NOT NULL,
    source_id   BIGINT  NOT NULL,
    kind        TEXT    NOT NULL,
    state       TEXT    NOT NULL,
    reason      TEXT,
    name        TEXT    NOT NULL,
    size        BIGINT  NOT NULL,
    -- Chunks of one log file share a stream and are parsed in order.
    stream      TEXT,
    ordinal     INTEGER NOT NULL,
    verified    BOOLEAN NOT NULL,
    received_at BIGINT  NOT NULL,
    parsed_at   BIGINT,
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
    tenant_id   BIGINT  NOT NULL,
    evidence_id BIGINT  NOT NULL,
    -- Brotli of the raw bytes.
    content     BYTEA   NOT NULL,
    PRIMARY KEY (tenant_id, evidence_id),
    FOREIGN KEY (tenant_id, evidence_id) REFERENCES evidence (tenant_id, id)
) PARTITION BY RANGE (evidence_id);
CREATE TABLE evidence_content_rest PARTITION OF evidence_content DEFAULT;

-- One row per item that was offered, whatever became of it: received = stored + duplicates + quarantined.
CREATE TABLE intake (
    tenant_id   BIGINT  NOT NULL,
    id          BIGINT  NOT NULL,
    source_id   BIGINT  NOT NULL,
    evidence_id BIGINT  NOT NULL,
    outcome     TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    received_at BIGINT  NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, evidence_id) REFERENCES evidence (tenant_id, id)
);
CREATE INDEX ix_intake_source ON intake (tenant_id, source_id, outcome, received_at);
CREATE INDEX ix_intake_evidence ON intake (tenant_id, evidence_id);

CREATE TABLE incident (
    tenant_id   BIGINT  NOT NULL REFERENCES tenant (tenant_id),
    id          BIGINT  NOT NULL,
    number      BIGINT  NOT NULL,
    family      TEXT    NOT NULL,
    scope       TEXT    NOT NULL,
    scope_name  TEXT COLLATE "C" NOT NULL,
    state       TEXT    NOT NULL,
    title       TEXT    NOT NULL,
    refusals    BIGINT  NOT NULL,
    people      BIGINT  NOT NULL,
    first_at    BIGINT  NOT NULL,
    last_at     BIGINT  NOT NULL,
    opened_at   BIGINT  NOT NULL,
    closed_at   BIGINT,
    verdict     TEXT,
    cause       TEXT,
    confidence  TEXT,
    decided_at  BIGINT,
    -- When the rules should look again: at once after new facts, later while time alone can move the verdict.
    decide_due  BIGINT,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, number),
    UNIQUE (tenant_id, family, scope, scope_name)
);
CREATE INDEX ix_incident_last ON incident (tenant_id, last_at DESC);
CREATE INDEX ix_incident_scope ON incident (tenant_id, scope_name);
CREATE INDEX ix_incident_due ON incident (decide_due) WHERE decide_due IS NOT NULL;

-- Counted while refusals arrive, so that a list of incidents never scans refusals.
CREATE TABLE incident_hour (
    tenant_id   BIGINT  NOT NULL,
    incident_id BIGINT  NOT NULL,
    -- Start of the hour, unix milliseconds.
    hour        BIGINT  NOT NULL,
    refusals    BIGINT  NOT NULL,
    PRIMARY KEY (tenant_id, incident_id, hour),
    FOREIGN KEY (tenant_id, incident_id) REFERENCES incident (tenant_id, id)
);

CREATE TABLE incident_domain (
    tenant_id        BIGINT  NOT NULL,
    incident_id      BIGINT  NOT NULL,
    recipient_domain TEXT COLLATE "C" NOT NULL,
    refusals         BIGINT  NOT NULL,
    last_at          BIGINT  NOT NULL,
    PRIMARY KEY (tenant_id, incident_id, recipient_domain),
    FOREIGN KEY (tenant_id, incident_id) REFERENCES incident (tenant_id, id)
);
CREATE INDEX ix_incident_domain_domain ON incident_domain (recipient_domain, tenant_id, incident_id);

CREATE TABLE incident_person (
    tenant_id     BIGINT  NOT NULL,
    incident_id   BIGINT  NOT NULL,
    recipient_key TEXT COLLATE "C" NOT NULL,
    refusals      BIGINT  NOT NULL,
    first_at      BIGINT  NOT NULL,
    last_at       BIGINT  NOT NULL,
    PRIMARY KEY (tenant_id, incident_id, recipient_key),
    FOREIGN KEY (tenant_id, incident_id) REFERENCES incident (tenant_id, id)
);

CREATE TABLE refusal (
    tenant_id          BIGINT  NOT NULL REFERENCES tenant (tenant_id),
    id                 BIGINT  NOT NULL,
    fold_key           TEXT COLLATE "C" NOT NULL,
    incident_id        BIGINT  NOT NULL,
    recipient          TEXT    NOT NULL,
    recipient_key      TEXT COLLATE "C" NOT NULL,
    recipient_domain   TEXT COLLATE "C" NOT NULL,
    original_recipient TEXT,
    upper_case         BOOLEAN NOT NULL,
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
    permanent          BOOLEAN,
    verified           BOOLEAN NOT NULL,
    occurred_at        BIGINT  NOT NULL,
    occurred_source    TEXT    NOT NULL,
    ingested_at        BIGINT  NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, incident_id) REFERENCES incident (tenant_id, id)
) PARTITION BY RANGE (id);
CREATE TABLE refusal_rest PARTITION OF refusal DEFAULT;
-- Unique within a month, which is all a partitioned table can promise; the tenant's turn and a look at the key before each insert do the rest.
CREATE UNIQUE INDEX ux_refusal_rest_fold ON refusal_rest (tenant_id, fold_key);
CREATE INDEX ix_refusal_incident ON refusal (tenant_id, incident_id, occurred_at, id);
CREATE INDEX ix_refusal_person ON refusal (tenant_id, recipient_key, occurred_at);
CREATE INDEX ix_refusal_message ON refusal (tenant_id, message_id) WHERE message_id IS NOT NULL;
CREATE INDEX ix_refusal_time ON refusal (tenant_id, occurred_at);
CREATE INDEX ix_refusal_domain ON refusal (tenant_id, recipient_domain, occurred_at);

-- The same refusal seen in a log and in a DSN is one refusal with two pieces of evidence. It leaves with its refusal's month; a foreign key to a
-- partitioned table would scan it before a month can be dropped.
CREATE TABLE refusal_evidence (
    tenant_id   BIGINT  NOT NULL,
    refusal_id  BIGINT  NOT NULL,
    evidence_id BIGINT  NOT NULL,
    PRIMARY KEY (tenant_id, refusal_id, evidence_id),
    FOREIGN KEY (tenant_id, evidence_id) REFERENCES evidence (tenant_id, id)
) PARTITION BY RANGE (refusal_id);
CREATE TABLE refusal_evidence_rest PARTITION OF refusal_evidence DEFAULT;
CREATE INDEX ix_refusal_evidence_evidence ON refusal_evidence (tenant_id, evidence_id);

CREATE TABLE delivery_hour (
    tenant_id        BIGINT  NOT NULL REFERENCES tenant (tenant_id),
    -- Start of the hour, unix milliseconds.
    hour             BIGINT  NOT NULL,
    recipient_domain TEXT COLLATE "C" NOT NULL,
    remote_ip        TEXT    NOT NULL,
    pool             TEXT    NOT NULL,
    upper_case       BOOLEAN NOT NULL,
    -- Accepted, Deferred or Refused.
    outcome          TEXT    NOT NULL,
    messages         BIGINT  NOT NULL,
    PRIMARY KEY (tenant_id, recipient_domain, hour, remote_ip, pool, upper_case, outcome)
);
CREATE INDEX ix_delivery_hour_hour ON delivery_hour (tenant_id, outcome, hour);

-- Verdicts are opinions: appended when they change, never updated.
CREATE TABLE verdict (
    tenant_id      BIGINT  NOT NULL,
    id             BIGINT  NOT NULL,
    incident_id    BIGINT  NOT NULL,
    decided_at     BIGINT  NOT NULL,
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

-- Public DNS answers as intervals. origin: 'live' from resolvers, 'recorded' for the demo tenant's sample data.
CREATE TABLE mx_observation (
    id          BIGINT  NOT NULL PRIMARY KEY,
    origin      TEXT    NOT NULL,
    domain      TEXT COLLATE "C" NOT NULL,
    resolver    TEXT    NOT NULL,
    from_at     BIGINT  NOT NULL,
    seen_until  BIGINT  NOT NULL,
    state       TEXT    NOT NULL,
    -- The MxAnswer as canonical JSON without its TTL, which counts down and would end every interval.
    answer      TEXT    NOT NULL,
    ttl         INTEGER
);
CREATE INDEX ix_mx_observation_domain ON mx_observation (origin, domain, resolver, from_at);

CREATE TABLE record_observation (
    id          BIGINT  NOT NULL PRIMARY KEY,
    origin      TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    type        TEXT    NOT NULL,
    resolver    TEXT    NOT NULL,
    from_at     BIGINT  NOT NULL,
    seen_until  BIGINT  NOT NULL,
    state       TEXT    NOT NULL,
    answer      TEXT    NOT NULL,
    ttl         INTEGER
);
CREATE INDEX ix_record_observation_name ON record_observation (origin, name, type, resolver, from_at);

-- Due work of the re-resolve job: one row per domain that any tenant watches, claimed with a lease.
CREATE TABLE domain_watch (
    domain      TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    due_at      BIGINT  NOT NULL,
    lease_until BIGINT  NOT NULL,
    -- Looks in a row that brought no usable answer; the next one waits longer.
    failures    BIGINT  NOT NULL,
    last_at     BIGINT 
);
CREATE INDEX ix_domain_watch_due ON domain_watch (due_at);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON audit EXECUTE FUNCTION refuse_change();
CREATE TRIGGER verdict_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON verdict EXECUTE FUNCTION refuse_change();
