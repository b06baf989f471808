-- Whether mail is meant to come from the domain, and when it is examined again.
ALTER TABLE tenant_domain ADD COLUMN profile TEXT NOT NULL DEFAULT 'Sending';
-- 0: at once.
ALTER TABLE tenant_domain ADD COLUMN exam_due_at BIGINT NOT NULL DEFAULT 0;
-- End of the claim of whoever examines it, and the claim's name; 0: nobody does.
ALTER TABLE tenant_domain ADD COLUMN exam_lease_until BIGINT NOT NULL DEFAULT 0;
-- When it was examined as a whole for the last time; between, DNS alone is asked.
ALTER TABLE tenant_domain ADD COLUMN exam_whole_at BIGINT;
CREATE INDEX ix_tenant_domain_exam ON tenant_domain (tenant_id, exam_due_at);
CREATE INDEX ix_tenant_domain_name ON tenant_domain (name);

-- What an examination found and how it was judged then; one that found the same as the last only moves seen_until.
CREATE TABLE domain_exam (
    tenant_id      BIGINT NOT NULL,
    id             BIGINT NOT NULL,
    domain_id      BIGINT NOT NULL,
    at             BIGINT NOT NULL,
    seen_until     BIGINT NOT NULL,
    -- Manual, Job, Verify or Added.
    cause          TEXT    NOT NULL,
    score_version  BIGINT NOT NULL,
    profile        TEXT    NOT NULL,
    -- Null: nothing was known.
    score          BIGINT,
    low            BIGINT NOT NULL,
    high           BIGINT NOT NULL,
    coverage       BIGINT NOT NULL,
    grade          TEXT    NOT NULL,
    -- Score of the examination before, of the same version and profile.
    previous_score BIGINT,
    issues         BIGINT NOT NULL,
    -- Worst state of the checks of each area, as JSON.
    areas          TEXT    NOT NULL,
    -- Two examinations with the same one found the same.
    fingerprint    TEXT    NOT NULL,
    -- DomainFacts as JSON, Brotli; facts_size is their size before.
    facts          BYTEA   NOT NULL,
    facts_size     BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, domain_id) REFERENCES tenant_domain (tenant_id, id)
);
CREATE INDEX ix_domain_exam_domain ON domain_exam (tenant_id, domain_id, id);

-- A check that warned or failed, and what people said to it.
CREATE TABLE domain_issue (
    tenant_id     BIGINT NOT NULL,
    domain_id     BIGINT NOT NULL,
    issue_key     TEXT COLLATE "C" NOT NULL,
    check_id      TEXT    NOT NULL,
    subject       TEXT    NOT NULL,
    state         TEXT    NOT NULL,
    -- Warn or Fail.
    severity      TEXT    NOT NULL,
    -- Tenths of a point of the score.
    lost_tenths   BIGINT NOT NULL,
    title         TEXT    NOT NULL,
    first_seen_at BIGINT NOT NULL,
    -- When it was found again after it had been fixed; at first the same as first_seen_at.
    opened_at     BIGINT NOT NULL,
    last_seen_at  BIGINT NOT NULL,
    fixed_at      BIGINT,
    snoozed_until BIGINT,
    note          TEXT    NOT NULL,
    -- Who snoozed, accepted or reopened it; empty: nobody yet.
    changed_by    TEXT    NOT NULL,
    PRIMARY KEY (tenant_id, domain_id, issue_key),
    FOREIGN KEY (tenant_id, domain_id) REFERENCES tenant_domain (tenant_id, id)
);
CREATE INDEX ix_domain_issue_state ON domain_issue (tenant_id, state, domain_id);

-- Links that open the health of one domain to whoever has them, to read only.
CREATE TABLE domain_share (
    tenant_id  BIGINT NOT NULL,
    id         BIGINT NOT NULL,
    domain_id  BIGINT NOT NULL,
    token_hash TEXT COLLATE "C" NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    created_by TEXT    NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, domain_id) REFERENCES tenant_domain (tenant_id, id)
);
CREATE INDEX ix_domain_share_domain ON domain_share (tenant_id, domain_id, id);
