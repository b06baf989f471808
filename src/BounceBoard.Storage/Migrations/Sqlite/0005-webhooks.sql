-- A source that posts to an address of its own. The address opens nothing by itself: each service signs, or names the secret it was given.
CREATE TABLE webhook (
    tenant_id      INTEGER NOT NULL,
    source_id      INTEGER NOT NULL,
    provider       TEXT    NOT NULL,
    -- Found by the hash; shown again from the sealed text, whose key is not in this table.
    token_hash     TEXT    NOT NULL UNIQUE,
    token_sealed   TEXT    NOT NULL,
    secret_sealed  TEXT,
    -- The one SNS topic that it answers to, bound by the first confirmed subscription.
    topic          TEXT,
    accepted       INTEGER NOT NULL,
    forged         INTEGER NOT NULL,
    replayed       INTEGER NOT NULL,
    last_at        INTEGER,
    last_refused_at INTEGER,
    last_problem   TEXT,
    created_at     INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, source_id),
    FOREIGN KEY (tenant_id, source_id) REFERENCES source (tenant_id, id)
) WITHOUT ROWID;

-- What was taken already, for as long as its signature would still be good.
CREATE TABLE webhook_replay (
    tenant_id INTEGER NOT NULL,
    source_id INTEGER NOT NULL,
    nonce     TEXT    NOT NULL,
    seen_at   INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, source_id, nonce),
    FOREIGN KEY (tenant_id, source_id) REFERENCES webhook (tenant_id, source_id)
) WITHOUT ROWID;
CREATE INDEX ix_webhook_replay_seen ON webhook_replay (seen_at);

-- Null: nobody wants to hear of its silence.
ALTER TABLE source ADD COLUMN silent_after_hours INTEGER;
ALTER TABLE source ADD COLUMN silent_since INTEGER;

-- The lag of a source is what lies between this and received_at.
ALTER TABLE evidence ADD COLUMN newest_event_at INTEGER;
CREATE INDEX ix_evidence_source ON evidence (tenant_id, source_id, id);
