-- Claims of several nodes on due work: a lease ends by itself, should its holder die. 0 is nobody's.
ALTER TABLE evidence ADD COLUMN lease_until BIGINT NOT NULL DEFAULT 0;
DROP INDEX ix_evidence_due;
CREATE INDEX ix_evidence_waiting ON evidence (tenant_id, id) WHERE state = 'Received';
-- The next piece of a log, while thousands of its pieces wait.
CREATE INDEX ix_evidence_stream_waiting ON evidence (tenant_id, stream, ordinal) WHERE state = 'Received' AND stream IS NOT NULL;

ALTER TABLE incident ADD COLUMN decide_lease BIGINT NOT NULL DEFAULT 0;
DROP INDEX ix_incident_due;
CREATE INDEX ix_incident_decide ON incident (tenant_id, decide_due) WHERE decide_due IS NOT NULL;

-- Each tenant's slices of one kind of due work: one in the queue at a time, over all nodes, so that no tenant starves another.
CREATE TABLE slice_chain (
    tenant_id   BIGINT  NOT NULL REFERENCES tenant (tenant_id),
    work        TEXT    NOT NULL,
    chain       BIGINT  NOT NULL,
    lease_until BIGINT  NOT NULL,
    PRIMARY KEY (tenant_id, work)
);

ALTER TABLE source ADD COLUMN lease_until BIGINT NOT NULL DEFAULT 0;

-- Days that evidence and refusals are kept; NULL follows the installation's setting.
ALTER TABLE tenant ADD COLUMN retention_days INTEGER;

-- Processes that make row ids: each holds its number while it lives, so that no two make the same id.
CREATE TABLE node (
    number     INTEGER NOT NULL PRIMARY KEY,
    name       TEXT    NOT NULL,
    started_at BIGINT NOT NULL,
    seen_at    BIGINT NOT NULL
);

-- Data Protection keys, when nodes share them through the database.
CREATE TABLE data_protection_key (
    name       TEXT    NOT NULL PRIMARY KEY,
    xml        TEXT    NOT NULL,
    created_at BIGINT NOT NULL
);
