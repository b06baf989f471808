-- Counted as mail and evidence arrive, so that no page counts rows that grow without end.
CREATE TABLE tenant_hour (
    tenant_id INTEGER NOT NULL REFERENCES tenant (tenant_id),
    -- Start of the hour, unix milliseconds.
    hour      INTEGER NOT NULL,
    accepted  INTEGER NOT NULL,
    deferred  INTEGER NOT NULL,
    refused   INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, hour)
) WITHOUT ROWID;
INSERT INTO tenant_hour (tenant_id, hour, accepted, deferred, refused)
SELECT tenant_id, hour,
       SUM(CASE WHEN outcome = 'Accepted' THEN messages ELSE 0 END),
       SUM(CASE WHEN outcome = 'Deferred' THEN messages ELSE 0 END),
       SUM(CASE WHEN outcome = 'Refused' THEN messages ELSE 0 END)
FROM delivery_hour
GROUP BY tenant_id, hour;

CREATE TABLE intake_count (
    tenant_id   INTEGER NOT NULL,
    source_id   INTEGER NOT NULL,
    stored      INTEGER NOT NULL,
    duplicates  INTEGER NOT NULL,
    quarantined INTEGER NOT NULL,
    last_at     INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, source_id),
    FOREIGN KEY (tenant_id, source_id) REFERENCES source (tenant_id, id)
) WITHOUT ROWID;
INSERT INTO intake_count (tenant_id, source_id, stored, duplicates, quarantined, last_at)
SELECT tenant_id, source_id,
       COUNT(CASE WHEN outcome = 'Stored' THEN 1 END),
       COUNT(CASE WHEN outcome = 'Duplicate' THEN 1 END),
       COUNT(CASE WHEN outcome = 'Quarantined' THEN 1 END),
       MAX(received_at)
FROM intake
GROUP BY tenant_id, source_id;

-- Nobody reads these any more, and every refusal paid for them.
DROP INDEX ix_refusal_time;
DROP INDEX ix_refusal_domain;
DROP INDEX ix_intake_source;

DROP INDEX ix_incident_last;
CREATE INDEX ix_incident_last ON incident (tenant_id, last_at DESC, id DESC);
-- What the list shows to somebody who asked for nothing, and what the list of tenants counts.
CREATE INDEX ix_incident_open ON incident (tenant_id, last_at DESC, id DESC) WHERE state IN ('Open', 'Recovering');

CREATE INDEX ix_evidence_kind ON evidence (tenant_id, kind, id);
CREATE INDEX ix_evidence_quarantined ON evidence (tenant_id, id) WHERE state = 'Quarantined';

-- Small rows that are found and counted up by their key alone: without a row number they are one tree each instead of two.
CREATE TABLE incident_hour_slim (
    tenant_id   INTEGER NOT NULL,
    incident_id INTEGER NOT NULL,
    -- Start of the hour, unix milliseconds.
    hour        INTEGER NOT NULL,
    refusals    INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, incident_id, hour),
    FOREIGN KEY (tenant_id, incident_id) REFERENCES incident (tenant_id, id)
) WITHOUT ROWID;
INSERT INTO incident_hour_slim (tenant_id, incident_id, hour, refusals)
SELECT tenant_id, incident_id, hour, refusals
FROM incident_hour;
DROP TABLE incident_hour;
ALTER TABLE incident_hour_slim RENAME TO incident_hour;

CREATE TABLE incident_domain_slim (
    tenant_id        INTEGER NOT NULL,
    incident_id      INTEGER NOT NULL,
    recipient_domain TEXT    NOT NULL,
    refusals         INTEGER NOT NULL,
    last_at          INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, incident_id, recipient_domain),
    FOREIGN KEY (tenant_id, incident_id) REFERENCES incident (tenant_id, id)
) WITHOUT ROWID;
INSERT INTO incident_domain_slim (tenant_id, incident_id, recipient_domain, refusals, last_at)
SELECT tenant_id, incident_id, recipient_domain, refusals, last_at
FROM incident_domain;
DROP TABLE incident_domain;
ALTER TABLE incident_domain_slim RENAME TO incident_domain;
CREATE INDEX ix_incident_domain_domain ON incident_domain (recipient_domain, tenant_id, incident_id);

CREATE TABLE incident_person_slim (
    tenant_id     INTEGER NOT NULL,
    incident_id   INTEGER NOT NULL,
    recipient_key TEXT    NOT NULL,
    refusals      INTEGER NOT NULL,
    first_at      INTEGER NOT NULL,
    last_at       INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, incident_id, recipient_key),
    FOREIGN KEY (tenant_id, incident_id) REFERENCES incident (tenant_id, id)
) WITHOUT ROWID;
INSERT INTO incident_person_slim (tenant_id, incident_id, recipient_key, refusals, first_at, last_at)
SELECT tenant_id, incident_id, recipient_key, refusals, first_at, last_at
FROM incident_person;
DROP TABLE incident_person;
ALTER TABLE incident_person_slim RENAME TO incident_person;

CREATE TABLE refusal_evidence_slim (
    tenant_id   INTEGER NOT NULL,
    refusal_id  INTEGER NOT NULL,
    evidence_id INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, refusal_id, evidence_id),
    FOREIGN KEY (tenant_id, refusal_id) REFERENCES refusal (tenant_id, id),
    FOREIGN KEY (tenant_id, evidence_id) REFERENCES evidence (tenant_id, id)
) WITHOUT ROWID;
INSERT INTO refusal_evidence_slim (tenant_id, refusal_id, evidence_id)
SELECT tenant_id, refusal_id, evidence_id
FROM refusal_evidence;
DROP TABLE refusal_evidence;
ALTER TABLE refusal_evidence_slim RENAME TO refusal_evidence;
-- What one piece of evidence told, in the order in which it was read.
CREATE INDEX ix_refusal_evidence_evidence ON refusal_evidence (tenant_id, evidence_id, refusal_id);

CREATE TABLE delivery_hour_slim (
    tenant_id        INTEGER NOT NULL REFERENCES tenant (tenant_id),
    -- Start of the hour, unix milliseconds.
    hour             INTEGER NOT NULL,
    recipient_domain TEXT    NOT NULL,
    remote_ip        TEXT    NOT NULL,
    pool             TEXT    NOT NULL,
    upper_case       INTEGER NOT NULL,
    -- Accepted, Deferred or Refused.
    outcome          TEXT    NOT NULL,
    messages         INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, recipient_domain, hour, remote_ip, pool, upper_case, outcome)
) WITHOUT ROWID;
INSERT INTO delivery_hour_slim (tenant_id, hour, recipient_domain, remote_ip, pool, upper_case, outcome, messages)
SELECT tenant_id, hour, recipient_domain, remote_ip, pool, upper_case, outcome, messages
FROM delivery_hour;
DROP TABLE delivery_hour;
ALTER TABLE delivery_hour_slim RENAME TO delivery_hour;
