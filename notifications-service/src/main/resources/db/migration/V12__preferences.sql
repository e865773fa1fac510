-- When and how somebody wants to be written to: nothing by which he can be reached. Whoever has no row has said nothing.
CREATE TABLE preference (
    recipient_id uuid PRIMARY KEY,
    version      bigint      NOT NULL,
    changed_at   timestamptz NOT NULL,
    wishes       jsonb       NOT NULL
);

-- Who changed it to what, written once and for all; also of those who are erased by now.
CREATE TABLE preference_history (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recipient_id uuid        NOT NULL,
    version      bigint      NOT NULL,
    at           timestamptz NOT NULL,
    how          text        NOT NULL,
    by           text,
    wishes       jsonb       NOT NULL
);
CREATE INDEX preference_history_recipient ON preference_history (recipient_id, id);
REVOKE UPDATE, DELETE ON preference_history FROM ${service_role};

-- When somebody is to get his next digest, by the clock of which zone that was worked out.
CREATE TABLE digest_turn (
    recipient_id uuid PRIMARY KEY,
    next_at      timestamptz,
    zone         text NOT NULL
);
CREATE INDEX digest_turn_due ON digest_turn (next_at, recipient_id) WHERE next_at IS NOT NULL;

-- What was written stays as it was written: one for each person and day of his.
CREATE TABLE digest (
    id           uuid PRIMARY KEY,
    recipient_id uuid        NOT NULL,
    day          date        NOT NULL,
    written_at   timestamptz NOT NULL,
    content      jsonb       NOT NULL, -- what was true when it was written
    UNIQUE (recipient_id, day)
);
REVOKE UPDATE, DELETE ON digest FROM ${service_role};

-- What was over when an import brought it, and whom of those who answer for it a digest has to tell, or has told.
CREATE TABLE imported_overdue (
    recipient_id uuid NOT NULL,
    deadline_id  uuid NOT NULL,
    digest_id    uuid REFERENCES digest,
    PRIMARY KEY (recipient_id, deadline_id)
);
CREATE INDEX imported_overdue_digest ON imported_overdue (digest_id) WHERE digest_id IS NOT NULL;

-- What a mail of it is to its reader. What has ended by now had none, and is sent to nobody any more.
ALTER TABLE alert ADD COLUMN kind text;
UPDATE alert SET kind = 'REMINDER' WHERE step < 0 AND state IN ('ACTIVE', 'ACKNOWLEDGED', 'SNOOZED');

-- A message that is not for this hour of its reader waits, in domain time: for the end of his quiet hours, or at infinity
-- for his digest. Meanwhile its next attempt is at infinity, so that it is out of the way of what is due.
ALTER TABLE delivery
    ADD COLUMN waits_until timestamptz,
    ADD COLUMN waits_for   uuid, -- its reader
    ADD COLUMN digest_id   uuid REFERENCES digest,
    ADD COLUMN told_in     uuid REFERENCES digest, -- the digest that told it in its place
    ADD CONSTRAINT delivery_waits CHECK ((waits_until IS NULL) = (waits_for IS NULL)),
    DROP CONSTRAINT delivery_carries_one,
    ADD CONSTRAINT delivery_carries_one
        CHECK (num_nonnulls(alert_id, letter_id, verification_id, returned_id, done_notice_id, digest_id) = 1);
CREATE INDEX delivery_waiting ON delivery (waits_until, id) WHERE waits_until IS NOT NULL;
CREATE INDEX delivery_waits_for ON delivery (waits_for) WHERE waits_for IS NOT NULL;
CREATE UNIQUE INDEX delivery_digest_once ON delivery (digest_id, channel) WHERE digest_id IS NOT NULL;
CREATE INDEX delivery_digest_due ON delivery (next_attempt_at) WHERE next_attempt_at IS NOT NULL AND digest_id IS NOT NULL;
CREATE INDEX delivery_told_in ON delivery (told_in) WHERE told_in IS NOT NULL;

-- Of the deadlines that end soon, those of a group or an agreement.
CREATE INDEX deadline_group_due ON deadline (working_group_id, (state ->> 'dueAt') COLLATE "C") WHERE status = 'ACTIVE';
CREATE INDEX deadline_agreement_due ON deadline (agreement_id, (state ->> 'dueAt') COLLATE "C") WHERE status = 'ACTIVE';

-- A digest tells of all that it has taken.
CREATE OR REPLACE VIEW delivery_agreement AS
    SELECT delivery.id AS delivery_id, alert.agreement_id
    FROM delivery JOIN alert ON alert.id = delivery.alert_id
    UNION ALL
    SELECT delivery.id, told.agreement_id
    FROM delivery JOIN alert AS told ON told.notice_id = delivery.alert_id
    UNION ALL
    SELECT delivery.id, about.agreement_id
    FROM delivery
    JOIN letter ON letter.id = delivery.letter_id
    JOIN invitation ON invitation.id = letter.invitation_id
    JOIN meeting ON meeting.id = invitation.meeting_id
    JOIN working_group ON working_group.id = meeting.working_group_id
    CROSS JOIN LATERAL unnest(working_group.agreements) AS about (agreement_id)
    UNION ALL
    SELECT delivery.id, done_report.agreement_id
    FROM delivery
    JOIN done_notice ON done_notice.id = delivery.done_notice_id
    JOIN done_report ON done_report.id = done_notice.report_id
    UNION ALL
    SELECT delivery.id, alert.agreement_id
    FROM delivery
    JOIN delivery AS taken ON taken.told_in = delivery.digest_id
    JOIN alert ON alert.id = taken.alert_id;
