-- The servers that passed a refusal on, outer to inner, as JSON; empty when only one is known.
ALTER TABLE refusal ADD COLUMN hops TEXT;
-- Receiving: the log of the refusing server itself told of it. All rows from before were told by the sending side.
ALTER TABLE refusal ADD COLUMN side TEXT NOT NULL DEFAULT 'Sending';
-- The columns that a table log of this source named last, as JSON: a rotated file may come without its first line.
ALTER TABLE source ADD COLUMN log_columns TEXT;
