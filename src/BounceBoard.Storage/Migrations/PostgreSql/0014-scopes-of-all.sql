-- Whether other senders meet refusals at the same scope in the same days is asked with every decision.
CREATE INDEX ix_incident_scope_of_all ON incident (scope_name, last_at);
