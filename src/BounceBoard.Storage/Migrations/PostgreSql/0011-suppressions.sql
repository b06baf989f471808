-- Addresses that get no more mail, one row per person of a tenant; who was released stays, so that old evidence does not add them again.
CREATE TABLE suppression (
    tenant_id      BIGINT  NOT NULL REFERENCES tenant (tenant_id),
    recipient_key  TEXT COLLATE "C" NOT NULL,
    -- Of the last change: rises within the tenant, so that a list can be followed from where a reader stopped.
    id             BIGINT  NOT NULL,
    address        TEXT    NOT NULL,
    domain         TEXT COLLATE "C" NOT NULL,
    state          TEXT    NOT NULL,
    reason         TEXT    NOT NULL,
    source         TEXT    NOT NULL,
    since          BIGINT  NOT NULL,
    -- Null: the recipient's own word is never due.
    review_at      BIGINT ,
    reviewed_at    BIGINT ,
    added_by       TEXT    NOT NULL,
    note           TEXT    NOT NULL,
    incident_id    BIGINT ,
    verdict_id     BIGINT ,
    -- JSON lists: the rules that spoke for it, the refusals it rests on.
    rules          TEXT    NOT NULL,
    refusal_ids    TEXT    NOT NULL,
    -- Added while the scope of this incident failed, and nobody has looked at it since.
    window_id      BIGINT ,
    released_at    BIGINT ,
    released_by    TEXT,
    release_note   TEXT,
    PRIMARY KEY (tenant_id, recipient_key),
    FOREIGN KEY (tenant_id, incident_id) REFERENCES incident (tenant_id, id),
    FOREIGN KEY (tenant_id, window_id) REFERENCES incident (tenant_id, id)
);
CREATE UNIQUE INDEX ix_suppression_change ON suppression (tenant_id, id);
CREATE INDEX ix_suppression_state ON suppression (tenant_id, state, id);
CREATE INDEX ix_suppression_domain ON suppression (tenant_id, domain, since);
CREATE INDEX ix_suppression_window ON suppression (tenant_id, window_id, id) WHERE window_id IS NOT NULL;
CREATE INDEX ix_suppression_incident ON suppression (tenant_id, incident_id, id) WHERE incident_id IS NOT NULL;

-- What becomes of an address that the rules would suppress: Suggest, Automatic or Off.
ALTER TABLE tenant ADD COLUMN suppression_mode TEXT NOT NULL DEFAULT 'Suggest';
