-- Where a tenant's alerts go.
CREATE TABLE alert_destination (
    tenant_id        INTEGER NOT NULL REFERENCES tenant (tenant_id),
    id               INTEGER NOT NULL,
    name             TEXT    NOT NULL,
    kind             TEXT    NOT NULL,
    -- An https address, or mail addresses, one per line.
    target           TEXT    NOT NULL,
    -- Signs what a webhook gets; its key is not in this table.
    secret_sealed    TEXT,
    kinds            TEXT    NOT NULL,
    least_confidence TEXT    NOT NULL,
    least_people     INTEGER NOT NULL,
    -- Minutes of the day in the zone; all null: no quiet hours.
    quiet_from       INTEGER,
    quiet_until      INTEGER,
    quiet_zone       TEXT,
    state            TEXT    NOT NULL,
    failing_since    INTEGER,
    failures         INTEGER NOT NULL,
    next_try_at      INTEGER,
    disabled_at      INTEGER,
    last_at          INTEGER,
    last_answer      TEXT,
    created_at       INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
) WITHOUT ROWID;

-- The outbox: written with the event itself, once for each episode of a subject.
CREATE TABLE alert (
    tenant_id  INTEGER NOT NULL REFERENCES tenant (tenant_id),
    id         INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    subject_id INTEGER NOT NULL,
    episode    TEXT    NOT NULL,
    raised_at  INTEGER NOT NULL,
    -- When it is to be worded and addressed; null once that is done.
    due_at     INTEGER,
    people     INTEGER NOT NULL,
    content    TEXT,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, subject_id, kind, episode)
) WITHOUT ROWID;
CREATE INDEX ix_alert_due ON alert (due_at, tenant_id) WHERE due_at IS NOT NULL;

-- One alert on its way to one destination; destination 0 is the installation's own.
CREATE TABLE alert_delivery (
    tenant_id      INTEGER NOT NULL,
    destination_id INTEGER NOT NULL,
    alert_id       INTEGER NOT NULL,
    state          TEXT    NOT NULL,
    -- When it is to be sent; while it is being sent, the end of the sender's claim.
    due_at         INTEGER,
    attempts       INTEGER NOT NULL,
    sent_at        INTEGER,
    answer         TEXT,
    PRIMARY KEY (tenant_id, destination_id, alert_id),
    FOREIGN KEY (tenant_id, alert_id) REFERENCES alert (tenant_id, id)
) WITHOUT ROWID;
CREATE INDEX ix_alert_delivery_due ON alert_delivery (due_at, tenant_id) WHERE due_at IS NOT NULL;
CREATE INDEX ix_alert_delivery_alert ON alert_delivery (tenant_id, alert_id);
