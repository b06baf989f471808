-- Retention finds the oldest hours of a tenant without looking at the others.
CREATE INDEX ix_incident_hour_hour ON incident_hour (tenant_id, hour);
CREATE INDEX ix_delivery_hour_time ON delivery_hour (tenant_id, hour);
