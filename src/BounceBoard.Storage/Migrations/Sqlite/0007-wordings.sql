-- What a wording means for one tenant, asked before the house's own rows.
CREATE TABLE wording_rule (
    tenant_id   INTEGER NOT NULL REFERENCES tenant (tenant_id),
    id          INTEGER NOT NULL,
    pattern     TEXT NOT NULL,
    reply_code  INTEGER,
    status      TEXT,
    -- Of the refusing server or the recipient; what lies under it counts too.
    domain      TEXT,
    category    TEXT NOT NULL,
    note        TEXT NOT NULL,
    -- When it was switched off; null while it is asked.
    disabled_at INTEGER,
    created_at  INTEGER NOT NULL,
    created_by  TEXT NOT NULL,
    changed_at  INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
) WITHOUT ROWID;

-- Replies whose words no row knows, counted by what is left when all that belongs to one person or message is taken out.
CREATE TABLE unknown_wording (
    tenant_id   INTEGER NOT NULL REFERENCES tenant (tenant_id),
    id          INTEGER NOT NULL,
    skeleton    TEXT NOT NULL,
    refusals    INTEGER NOT NULL,
    first_at    INTEGER NOT NULL,
    last_at     INTEGER NOT NULL,
    -- The latest example: its refusal, and what the codes alone made of it. The refusal may have left since.
    refusal_id  INTEGER NOT NULL,
    evidence_id INTEGER NOT NULL,
    reply_code  INTEGER,
    status      TEXT,
    host        TEXT,
    category    TEXT NOT NULL,
    -- The rule that knows it by now.
    rule_id     INTEGER,
    PRIMARY KEY (tenant_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX ux_unknown_wording_skeleton ON unknown_wording (tenant_id, skeleton);
CREATE INDEX ix_unknown_wording_last ON unknown_wording (tenant_id, last_at);

-- The rule that gave the category, and what the category was without it.
ALTER TABLE refusal ADD COLUMN rule_id INTEGER;
ALTER TABLE refusal ADD COLUMN told_category TEXT;
CREATE INDEX ix_refusal_rule ON refusal (tenant_id, rule_id) WHERE rule_id IS NOT NULL;
