-- Where a tenant's alerts go.
CREATE TABLE alert_destination (
    tenant_id        BIGINT  NOT NULL REFERENCES tenant (tenant_id),
    id               BIGINT  NOT NULL,
    name             TEXT    NOT NULL,
    kind             TEXT    NOT NULL,
    -- An https address, or mail addresses, one per line.
    target           TEXT    NOT NULL,
    -- Signs what a webhook gets; its key is not in this table.
    secret_sealed    TEXT,
    kinds            TEXT    NOT NULL,
    least_confidence TEXT    NOT NULL,
    least_people     BIGINT  NOT NULL,
    -- Minutes of the day in the zone; all null: no quiet hours.
    quiet_from       BIGINT ,
    quiet_until      BIGINT ,
    quiet_zone       TEXT,
    state            TEXT    NOT NULL,
    failing_since    BIGINT ,
    failures         BIGINT  NOT NULL,
    next_try_at      BIGINT ,
    disabled_at      BIGINT ,
    last_at          BIGINT ,
    last_answer      TEXT,
    created_at       BIGINT  NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

-- The outbox: written with the event itself, once for each episode of a subject.
CREATE TABLE alert (
    tenant_id  BIGINT  NOT NULL REFERENCES tenant (tenant_id),
    id         BIGINT  NOT NULL,
    kind       TEXT COLLATE "C" NOT NULL,
    subject_id BIGINT  NOT NULL,
    episode    TEXT COLLATE "C" NOT NULL,
    raised_at  BIGINT  NOT NULL,
    -- When it is to be worded and addressed; null once that is done.
    due_at     BIGINT ,
    people     BIGINT  NOT NULL,
    content    TEXT,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, subject_id, kind, episode)
);
CREATE INDEX ix_alert_due ON alert (due_at, tenant_id) WHERE due_at IS NOT NULL;

-- One alert on its way to one destination; destination 0 is the installation's own.
CREATE TABLE alert_delivery (
    tenant_id      BIGINT  NOT NULL,
    destination_id BIGINT  NOT NULL,
    alert_id       BIGINT  NOT NULL,
    state          TEXT    NOT NULL,
    -- When it is to be sent; while it is being sent, the end of the sender's claim.
    due_at         BIGINT ,
    attempts       BIGINT  NOT NULL,
    sent_at        BIGINT ,
    answer         TEXT,
    PRIMARY KEY (tenant_id, destination_id, alert_id),
    FOREIGN KEY (tenant_id, alert_id) REFERENCES alert (tenant_id, id)
);
CREATE INDEX ix_alert_delivery_due ON alert_delivery (due_at, tenant_id) WHERE due_at IS NOT NULL;
CREATE INDEX ix_alert_delivery_alert ON alert_delivery (tenant_id, alert_id);
