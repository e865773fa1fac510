-- Dates of which somebody was told and that have moved since. He is told of all of them at once, after a while.
CREATE TABLE moved (
    deadline_id  uuid        NOT NULL,
    recipient_id uuid        NOT NULL,
    alert_id     uuid        NOT NULL REFERENCES alert, -- by which he knows of the day before, and as whom he was told
    cause        text,                                  -- of the last move
    since        timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (deadline_id, recipient_id)
);
CREATE INDEX moved_recipient ON moved (recipient_id);
CREATE INDEX moved_since ON moved (since);

-- A move is an alert too, of no step. All that somebody is told at once share the message of the first of them.
ALTER TABLE alert ALTER COLUMN step DROP NOT NULL;
ALTER TABLE alert ADD COLUMN notice_id uuid REFERENCES alert;
ALTER TABLE alert ADD CONSTRAINT alert_step_or_move CHECK ((step IS NULL) = (notice_id IS NOT NULL));
ALTER TABLE alert DROP CONSTRAINT alert_deadline_id_plan_no_recipient_id_step_key;
ALTER TABLE alert ADD CONSTRAINT alert_once UNIQUE NULLS NOT DISTINCT (deadline_id, plan_no, recipient_id, step);
CREATE INDEX alert_notice ON alert (notice_id) WHERE notice_id IS NOT NULL;
