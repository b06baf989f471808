-- What people do with incidents. Opinions of people stand beside those of the rules and are appended, never changed.
ALTER TABLE incident ADD COLUMN acknowledged_at BIGINT;
ALTER TABLE incident ADD COLUMN acknowledged_by TEXT;
ALTER TABLE incident ADD COLUMN owner_id BIGINT;
-- Event time of the refusal that opened it again after it was resolved.
ALTER TABLE incident ADD COLUMN regressed_at BIGINT;
-- Set while it is merged: its fingerprint is then another name of that incident, which counts its refusals.
ALTER TABLE incident ADD COLUMN merged_into BIGINT;
CREATE INDEX ix_incident_merged ON incident (tenant_id, merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX ix_incident_dismissed ON incident (tenant_id, id) WHERE state = 'Dismissed';

-- The incident of the refusal's own fingerprint, while that is merged into incident_id: a split takes these back.
ALTER TABLE refusal ADD COLUMN grouped_id BIGINT;

-- Refusals of the person that were permanent (5xx), for the count of addresses a rule on 5xx alone would have lost.
ALTER TABLE incident_person ADD COLUMN permanent BIGINT NOT NULL DEFAULT 0;
UPDATE incident_person SET permanent = (
    SELECT COUNT(*) FROM refusal r
    WHERE r.tenant_id = incident_person.tenant_id AND r.incident_id = incident_person.incident_id
        AND r.recipient_key = incident_person.recipient_key AND r.permanent);

CREATE TABLE incident_pool (
    tenant_id   BIGINT NOT NULL,
    incident_id BIGINT NOT NULL,
    pool        TEXT COLLATE "C" NOT NULL,
    refusals    BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, incident_id, pool),
    FOREIGN KEY (tenant_id, incident_id) REFERENCES incident (tenant_id, id)
);
INSERT INTO incident_pool (tenant_id, incident_id, pool, refusals)
SELECT tenant_id, incident_id, pool, COUNT(*) FROM refusal WHERE pool IS NOT NULL GROUP BY tenant_id, incident_id, pool;

CREATE TABLE incident_note (
    tenant_id   BIGINT NOT NULL,
    id          BIGINT NOT NULL,
    incident_id BIGINT NOT NULL,
    written_at  BIGINT NOT NULL,
    author      TEXT    NOT NULL,
    text        TEXT    NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, incident_id) REFERENCES incident (tenant_id, id)
);
CREATE INDEX ix_incident_note_incident ON incident_note (tenant_id, incident_id, id);

-- The latest of a dismissed incident says until when.
CREATE TABLE incident_dismissal (
    tenant_id    BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    incident_id  BIGINT NOT NULL,
    dismissed_at BIGINT NOT NULL,
    dismissed_by TEXT    NOT NULL,
    reason       TEXT    NOT NULL,
    until        TEXT    NOT NULL,
    until_at     BIGINT,
    more         BIGINT,
    verdict_then TEXT,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, incident_id) REFERENCES incident (tenant_id, id)
);
CREATE INDEX ix_incident_dismissal_incident ON incident_dismissal (tenant_id, incident_id, id);

-- A person's verdict beside that of the rules; null takes the last one back.
CREATE TABLE verdict_override (
    tenant_id     BIGINT NOT NULL,
    id            BIGINT NOT NULL,
    incident_id   BIGINT NOT NULL,
    verdict       TEXT,
    rules_said    TEXT,
    reason        TEXT    NOT NULL,
    overridden_by TEXT    NOT NULL,
    overridden_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, incident_id) REFERENCES incident (tenant_id, id)
);
CREATE INDEX ix_verdict_override_incident ON verdict_override (tenant_id, incident_id, id);

CREATE TABLE saved_view (
    tenant_id BIGINT NOT NULL REFERENCES tenant (tenant_id),
    user_id   BIGINT NOT NULL REFERENCES app_user (id),
    name      TEXT COLLATE "C" NOT NULL,
    query     TEXT    NOT NULL,
    saved_at  BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, user_id, name)
);

-- When a tenant's routes are held against DNS next; no row: at once.
CREATE TABLE route_check (
    tenant_id  BIGINT NOT NULL PRIMARY KEY REFERENCES tenant (tenant_id),
    due_at     BIGINT NOT NULL,
    checked_at BIGINT
);

CREATE TABLE route_finding (
    tenant_id   BIGINT NOT NULL,
    route_id    BIGINT NOT NULL,
    line_number BIGINT NOT NULL,
    domain      TEXT COLLATE "C" NOT NULL,
    host        TEXT    NOT NULL,
    line        TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    how         TEXT    NOT NULL,
    found_at    BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, route_id, line_number, domain),
    FOREIGN KEY (tenant_id, route_id) REFERENCES outbound_route (tenant_id, id) ON DELETE CASCADE
);
CREATE TRIGGER incident_note_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON incident_note EXECUTE FUNCTION refuse_change();
CREATE TRIGGER incident_dismissal_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON incident_dismissal EXECUTE FUNCTION refuse_change();
CREATE TRIGGER verdict_override_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON verdict_override EXECUTE FUNCTION refuse_change();
