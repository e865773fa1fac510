-- Very many deadlines end at the same instant: with the id, the engine goes on after the last one that it took.
DROP INDEX deadline_to_pass;
CREATE INDEX deadline_to_pass ON deadline (due_at, id) WHERE status = 'ACTIVE' AND NOT passed;
