-- Somebody said whether mail comes from the domain; else its records decide.
ALTER TABLE tenant_domain ADD COLUMN profile_said BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE tenant_domain SET profile_said = TRUE WHERE profile = 'Parked';

-- Points that a domain's score must fall by before this destination is told.
ALTER TABLE alert_destination ADD COLUMN least_drop BIGINT NOT NULL DEFAULT 5;

-- Refusals of the mail of one sender domain over time. What stands behind the last @ of the sender, written so that both engines read it:
-- everything but that is trimmed off, and then taken away.
CREATE INDEX ix_refusal_sender ON refusal (tenant_id, lower(replace(sender, rtrim(sender, replace(sender, '@', '')), '')), occurred_at);
