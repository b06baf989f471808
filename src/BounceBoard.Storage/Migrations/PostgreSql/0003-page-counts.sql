-- Counted as mail and evidence arrive, so that no page counts rows that grow without end.
CREATE TABLE tenant_hour (
    tenant_id BIGINT NOT NULL REFERENCES tenant (tenant_id),
    -- Start of the hour, unix milliseconds.
    hour      BIGINT NOT NULL,
    accepted  BIGINT NOT NULL,
    deferred  BIGINT NOT NULL,
    refused   BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, hour)
);
INSERT INTO tenant_hour (tenant_id, hour, accepted, deferred, refused)
SELECT tenant_id, hour,
       SUM(CASE WHEN outcome = 'Accepted' THEN messages ELSE 0 END),
       SUM(CASE WHEN outcome = 'Deferred' THEN messages ELSE 0 END),
       SUM(CASE WHEN outcome = 'Refused' THEN messages ELSE 0 END)
FROM delivery_hour
GROUP BY tenant_id, hour;

CREATE TABLE intake_count (
    tenant_id   BIGINT NOT NULL,
    source_id   BIGINT NOT NULL,
    stored      BIGINT NOT NULL,
    duplicates  BIGINT NOT NULL,
    quarantined BIGINT NOT NULL,
    last_at     BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, source_id),
    FOREIGN KEY (tenant_id, source_id) REFERENCES source (tenant_id, id)
);
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
DROP INDEX ix_delivery_hour_hour;
DROP INDEX ix_intake_source;

DROP INDEX ix_incident_last;
CREATE INDEX ix_incident_last ON incident (tenant_id, last_at DESC, id DESC);
-- What the list shows to somebody who asked for nothing, and what the list of tenants counts.
CREATE INDEX ix_incident_open ON incident (tenant_id, last_at DESC, id DESC) WHERE state IN ('Open', 'Recovering');

CREATE INDEX ix_evidence_kind ON evidence (tenant_id, kind, id);
CREATE INDEX ix_evidence_quarantined ON evidence (tenant_id, id) WHERE state = 'Quarantined';

-- What one piece of evidence told, in the order in which it was read.
DROP INDEX ix_refusal_evidence_evidence;
CREATE INDEX ix_refusal_evidence_evidence ON refusal_evidence (tenant_id, evidence_id, refusal_id);
