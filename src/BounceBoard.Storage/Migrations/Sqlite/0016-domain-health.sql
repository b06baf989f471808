-- Whether mail is meant to come from the domain, and when it is examined again.
ALTER TABLE tenant_domain ADD COLUMN profile TEXT NOT NULL DEFAULT 'Sending';
-- 0: at once.
ALTER TABLE tenant_domain ADD COLUMN exam_due_at INTEGER NOT NULL DEFAULT 0;
-- End of the claim of whoever examines it, and the claim's name; 0: nobody does.
ALTER TABLE tenant_domain ADD COLUMN exam_lease_until INTEGER NOT NULL DEFAULT 0;
-- When it was examined as a whole for the last time; between, DNS alone is asked.
ALTER TABLE tenant_domain ADD COLUMN exam_whole_at INTEGER;
CREATE INDEX ix_tenant_domain_exam ON tenant_domain (tenant_id, exam_due_at);
CREATE INDEX ix_tenant_domain_name ON tenant_domain (name);

-- What an examination found and how it was judged then; one that found the same as the last only moves seen_until.
CREATE TABLE domain_exam (
    tenant_id      INTEGER NOT NULL,
    id             INTEGER NOT NULL,
    domain_id      INTEGER NOT NULL,
    at             INTEGER NOT NULL,
    seen_until     INTEGER NOT NULL,
    -- Manual, Job, Verify or Added.
    cause          TEXT    NOT NULL,
    score_version  INTEGER NOT NULL,
    profile        TEXT    NOT NULL,
    -- Null: nothing was known.
    score          INTEGER,
    low            INTEGER NOT NULL,
    high           INTEGER NOT NULL,
    coverage       INTEGER NOT NULL,
    grade          TEXT    NOT NULL,
    -- Score of the examination before, of the same version and profile.
    previous_score INTEGER,
    issues         INTEGER NOT NULL,
    -- Worst state of the checks of each area, as JSON.
    areas          TEXT    NOT NULL,
    -- Two examinations with the same one found the same.
    fingerprint    TEXT    NOT NULL,
    -- DomainFacts as JSON, Brotli; facts_size is their size before.
    facts          BLOB    NOT NULL,
    facts_size     INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, domain_id) REFERENCES tenant_domain (tenant_id, id)
);
CREATE INDEX ix_domain_exam_domain ON domain_exam (tenant_id, domain_id, id);

-- A check that warned or failed, and what people said to it.
CREATE TABLE domain_issue (
    tenant_id     INTEGER NOT NULL,
    domain_id     INTEGER NOT NULL,
    issue_key     TEXT    NOT NULL,
    check_id      TEXT    NOT NULL,
    subject       TEXT    NOT NULL,
    state         TEXT    NOT NULL,
    -- Warn or Fail.
    severity      TEXT    NOT NULL,
    -- Tenths of a point of the score.
    lost_tenths   INTEGER NOT NULL,
    title         TEXT    NOT NULL,
    first_seen_at INTEGER NOT NULL,
    -- When it was found again after it had been fixed; at first the same as first_seen_at.
    opened_at     INTEGER NOT NULL,
    last_seen_at  INTEGER NOT NULL,
    fixed_at      INTEGER,
    snoozed_until INTEGER,
    note          TEXT    NOT NULL,
    -- Who snoozed, accepted or reopened it; empty: nobody yet.
    changed_by    TEXT    NOT NULL,
    PRIMARY KEY (tenant_id, domain_id, issue_key),
    FOREIGN KEY (tenant_id, domain_id) REFERENCES tenant_domain (tenant_id, id)
);
CREATE INDEX ix_domain_issue_state ON domain_issue (tenant_id, state, domain_id);

-- Links that open the health of one domain to whoever has them, to read only.
CREATE TABLE domain_share (
    tenant_id  INTEGER NOT NULL,
    id         INTEGER NOT NULL,
    domain_id  INTEGER NOT NULL,
    token_hash TEXT    NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    created_by TEXT    NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, domain_id) REFERENCES tenant_domain (tenant_id, id)
);
CREATE INDEX ix_domain_share_domain ON domain_share (tenant_id, domain_id, id);
