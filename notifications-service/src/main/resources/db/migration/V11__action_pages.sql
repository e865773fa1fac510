-- What was done by the links in the messages of alerts: each of them works once.
CREATE TABLE action_use (
    alert_id uuid        NOT NULL REFERENCES alert,
    round    smallint    NOT NULL,
    action   text        NOT NULL,
    used_at  timestamptz NOT NULL,
    PRIMARY KEY (alert_id, round, action)
);
REVOKE UPDATE, DELETE ON action_use FROM ${service_role};

-- Somebody says that what was due is done; it is met only once that is confirmed.
CREATE TABLE done_report (
    id               uuid PRIMARY KEY,
    deadline_id      uuid        NOT NULL,
    schedule_no      integer     NOT NULL, -- which of the deadline's dates it was about
    agreement_id     uuid,
    working_group_id uuid,
    alert_id         uuid        NOT NULL REFERENCES alert,
    reporter_id      uuid        NOT NULL,
    party            text        NOT NULL,
    done_on          date        NOT NULL,
    note             text,
    content          jsonb       NOT NULL, -- what was true of the deadline when it was reported
    reported_at      timestamptz NOT NULL,
    state            text        NOT NULL,
    decided_at       timestamptz,
    decided_by       uuid, -- the person who was asked; null when somebody decided with a token
    entered_by       text,
    reason           text, -- of a decline
    version          bigint      NOT NULL DEFAULT 1,
    CHECK ((state = 'REPORTED') = (decided_at IS NULL)),
    CHECK ((state IN ('CONFIRMED', 'DECLINED')) = (entered_by IS NOT NULL)),
    CHECK ((state = 'DECLINED') = (reason IS NOT NULL))
);
-- One at a time: who finds it reported waits for the decision.
CREATE UNIQUE INDEX done_report_open ON done_report (deadline_id) WHERE state = 'REPORTED';
CREATE INDEX done_report_deadline ON done_report (deadline_id, id DESC);
CREATE INDEX done_report_group ON done_report (working_group_id, id DESC);
CREATE INDEX done_report_state ON done_report (state, id DESC);
REVOKE UPDATE, DELETE ON done_report FROM ${service_role};
GRANT UPDATE (state, decided_at, decided_by, entered_by, reason, version) ON done_report TO ${service_role};

-- Who was asked whether it is done, and who was told that it is not: a line for each.
CREATE TABLE done_notice (
    id           uuid PRIMARY KEY,
    report_id    uuid        NOT NULL REFERENCES done_report,
    recipient_id uuid        NOT NULL,
    kind         text        NOT NULL,
    written_at   timestamptz NOT NULL
);
CREATE INDEX done_notice_report ON done_notice (report_id);
CREATE INDEX done_notice_recipient ON done_notice (recipient_id);
REVOKE UPDATE, DELETE ON done_notice FROM ${service_role};

ALTER TABLE delivery ADD COLUMN done_notice_id uuid REFERENCES done_notice;
ALTER TABLE delivery DROP CONSTRAINT delivery_carries_one;
ALTER TABLE delivery ADD CONSTRAINT delivery_carries_one
    CHECK (num_nonnulls(alert_id, letter_id, verification_id, returned_id, done_notice_id) = 1);
ALTER TABLE delivery ADD CONSTRAINT delivery_done_notice_once UNIQUE (done_notice_id, channel);
CREATE INDEX delivery_done_notice_due ON delivery (next_attempt_at)
    WHERE next_attempt_at IS NOT NULL AND done_notice_id IS NOT NULL;

-- The agreements that a message tells something of.
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
    JOIN done_report ON done_report.id = done_notice.report_id;
