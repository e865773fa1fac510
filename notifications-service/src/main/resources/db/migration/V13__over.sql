-- That something is not due any more is told like a move, of the same plan; a plan may have moved before, and have told that.
ALTER TABLE alert DROP CONSTRAINT alert_once;
ALTER TABLE alert ADD CONSTRAINT alert_once UNIQUE NULLS NOT DISTINCT (deadline_id, plan_no, recipient_id, step, level);
