-- A source that posts to an address of its own. The address opens nothing by itself: each service signs, or names the secret it was given.
CREATE TABLE webhook (
    tenant_id      BIGINT  NOT NULL,
    source_id      BIGINT  NOT NULL,
    provider       TEXT    NOT NULL,
    -- Found by the hash; shown again from the sealed text, whose key is not in this table.
    token_hash     TEXT COLLATE "C" NOT NULL UNIQUE,
    token_sealed   TEXT    NOT NULL,
    secret_sealed  TEXT,
    -- The one SNS topic that it answers to, bound by the first confirmed subscription.
    topic          TEXT,
    accepted       BIGINT  NOT NULL,
    forged         BIGINT  NOT NULL,
    replayed       BIGINT  NOT NULL,
    last_at        BIGINT,
    last_refused_at BIGINT,
    last_problem   TEXT,
    created_at     BIGINT  NOT NULL,
    PRIMARY KEY (tenant_id, source_id),
    FOREIGN KEY (tenant_id, source_id) REFERENCES source (tenant_id, id)
);

-- What was taken already, for as long as its signature would still be good.
CREATE TABLE webhook_replay (
    tenant_id BIGINT  NOT NULL,
    source_id BIGINT  NOT NULL,
    nonce     TEXT COLLATE "C" NOT NULL,
    seen_at   BIGINT  NOT NULL,
    PRIMARY KEY (tenant_id, source_id, nonce),
    FOREIGN KEY (tenant_id, source_id) REFERENCES webhook (tenant_id, source_id)
);
CREATE INDEX ix_webhook_replay_seen ON webhook_replay (seen_at);

-- Null: nobody wants to hear of its silence.
ALTER TABLE source ADD COLUMN silent_after_hours BIGINT;
ALTER TABLE source ADD COLUMN silent_since BIGINT;

-- The lag of a source is what lies between this and received_at.
ALTER TABLE evidence ADD COLUMN newest_event_at BIGINT;
CREATE INDEX ix_evidence_source ON evidence (tenant_id, source_id, id);
