-- What the rules found of an incident's spike, by event time; rewritten at each decision.
ALTER TABLE incident ADD COLUMN since_at BIGINT;
ALTER TABLE incident ADD COLUMN stopped_at BIGINT;
ALTER TABLE incident ADD COLUMN expected_thousandths BIGINT;
ALTER TABLE incident ADD COLUMN actual BIGINT;
ALTER TABLE incident ADD COLUMN attempts BIGINT;
ALTER TABLE incident ADD COLUMN spike_text TEXT;
ALTER TABLE incident ADD COLUMN explained_by TEXT;
ALTER TABLE incident ADD COLUMN explanation TEXT;
ALTER TABLE incident ADD COLUMN other_senders BIGINT NOT NULL DEFAULT 0;
-- The same scope at other tenants in the same hours: only spikes are looked through.
CREATE INDEX ix_incident_spike ON incident (scope_name, since_at) WHERE since_at IS NOT NULL;
CREATE INDEX ix_incident_since ON incident (since_at) WHERE since_at IS NOT NULL;
-- People refused in the hour and not in the 24 hours before. Hours from before are counted as if each refusal were somebody new.
ALTER TABLE incident_hour ADD COLUMN people BIGINT NOT NULL DEFAULT 0;
UPDATE incident_hour SET people = refusals;
-- Event time of the person's latest refusal before the last one that was counted; 0 when there was none.
ALTER TABLE incident_person ADD COLUMN previous_at BIGINT NOT NULL DEFAULT 0;
