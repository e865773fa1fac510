-- Very many plans are due at the same instant: with the id, the engine goes on after the last one that it took.
DROP INDEX plan_due;
CREATE INDEX plan_due ON plan (next_fire_at, deadline_id) WHERE active AND next_fire_at IS NOT NULL;
