-- Which fields of a refusal were worked out and not stated: bits of ReportFields. Rows from before say nothing of it.
ALTER TABLE refusal ADD COLUMN derived INTEGER NOT NULL DEFAULT 0;
