-- Somebody holds what would be sent. Both tables are written once and for all.
CREATE TABLE hold (
    id           uuid PRIMARY KEY,
    scope        text        NOT NULL,
    agreement_id uuid,
    channel      text,
    reason       text        NOT NULL,
    placed_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    placed_by    text        NOT NULL,
    CONSTRAINT hold_scope CHECK (
        (scope = 'AGREEMENT') = (agreement_id IS NOT NULL) AND (scope = 'CHANNEL') = (channel IS NOT NULL)
        AND scope IN ('ALL', 'AGREEMENT', 'CHANNEL'))
);
CREATE INDEX hold_newest ON hold (placed_at DESC, id DESC);
CREATE TABLE hold_release (
    hold_id     uuid PRIMARY KEY REFERENCES hold,
    reason      text        NOT NULL,
    released_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    released_by text        NOT NULL
);
REVOKE UPDATE, DELETE ON hold, hold_release FROM ${service_role};
CREATE VIEW standing_hold AS
    SELECT * FROM hold WHERE NOT EXISTS (SELECT FROM hold_release WHERE hold_release.hold_id = hold.id);

-- What fired after the backup would fire again: whoever raises the epoch after a restore holds everything, by that alone.
CREATE FUNCTION hold_after_restore() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO hold (id, scope, reason, placed_by)
    VALUES (uuidv7(), 'ALL', 'The database was restored from a backup; its epoch is ' || NEW.epoch || ' now.', 'restore');
    RETURN NULL;
END $$;
CREATE TRIGGER epoch_raised AFTER UPDATE ON epoch
    FOR EACH ROW WHEN (NEW.epoch > OLD.epoch) EXECUTE FUNCTION hold_after_restore();

-- The agreements that a message tells something of.
CREATE VIEW delivery_agreement AS
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
    CROSS JOIN LATERAL unnest(working_group.agreements) AS about (agreement_id);

-- By which news a plan is due at once, a date has moved, a message was written: the correlation of the event. What time
-- alone has brought has none.
ALTER TABLE plan ADD COLUMN cause text;
ALTER TABLE moved ADD COLUMN correlation text;
ALTER TABLE delivery ADD COLUMN cause text;
CREATE INDEX delivery_cause ON delivery (cause) WHERE cause IS NOT NULL;

-- How much one cause would send.
CREATE TABLE volume (
    id         uuid PRIMARY KEY DEFAULT uuidv7(),
    cause      text        NOT NULL UNIQUE,
    state      text        NOT NULL,
    messages   integer     NOT NULL,
    first_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    decided_at timestamptz,
    decided_by text,
    reason     text,
    CONSTRAINT volume_decided CHECK (
        (state IN ('RELEASED', 'CANCELLED')) = (num_nonnulls(decided_at, decided_by, reason) = 3)
        AND num_nonnulls(decided_at, decided_by, reason) IN (0, 3))
);
CREATE INDEX volume_gathering ON volume (last_at) WHERE state = 'GATHERING';
CREATE INDEX volume_newest ON volume (first_at DESC, id DESC) WHERE state IN ('WAITING', 'RELEASED', 'CANCELLED');

CREATE INDEX delivery_newest ON delivery (created_at DESC, id DESC);

-- Messages that somebody lets go out once more. What was asked for stays as it was asked for.
CREATE TABLE replay (
    id          uuid PRIMARY KEY,
    selector    jsonb       NOT NULL,
    reason      text        NOT NULL,
    ordered_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    ordered_by  text        NOT NULL,
    matched     integer     NOT NULL,
    reached     uuid, -- the last message that was looked at
    finished_at timestamptz
);
CREATE INDEX replay_open ON replay (ordered_at) WHERE finished_at IS NULL;
CREATE INDEX replay_newest ON replay (ordered_at DESC, id DESC);
REVOKE UPDATE, DELETE ON replay FROM ${service_role};
GRANT UPDATE (reached, finished_at) ON replay TO ${service_role};
CREATE TABLE replayed (
    replay_id   uuid NOT NULL REFERENCES replay,
    delivery_id uuid NOT NULL REFERENCES delivery,
    PRIMARY KEY (replay_id, delivery_id)
);
CREATE INDEX replayed_delivery ON replayed (delivery_id);
REVOKE UPDATE, DELETE ON replayed FROM ${service_role};

-- What mail servers have sent back, or said that it is late; without addresses.
CREATE TABLE bounce (
    delivery_id uuid        NOT NULL REFERENCES delivery,
    heard_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    action      text        NOT NULL,
    status      text        NOT NULL -- RFC 3463
);
CREATE INDEX bounce_delivery ON bounce (delivery_id);
REVOKE UPDATE, DELETE ON bounce FROM ${service_role};

-- An address that mails come back from is not verified any more, and says why.
ALTER TABLE recipient
    ADD COLUMN suppressed_at      timestamptz,
    ADD COLUMN suppressed_because text,
    ADD CONSTRAINT recipient_suppressed CHECK (
        (suppressed_at IS NULL) = (suppressed_because IS NULL) AND (suppressed_at IS NULL OR verified_at IS NULL));

-- To whom mails come back, as those are told who answer for the group: a line for each of them.
CREATE TABLE returned (
    id           uuid PRIMARY KEY,
    recipient_id uuid        NOT NULL, -- who is told
    person_id    uuid        NOT NULL,
    group_id     uuid        NOT NULL,
    written_at   timestamptz NOT NULL,
    status       text        NOT NULL
);
REVOKE UPDATE, DELETE ON returned FROM ${service_role};
ALTER TABLE delivery ADD COLUMN returned_id uuid REFERENCES returned;
ALTER TABLE delivery DROP CONSTRAINT delivery_carries_one;
ALTER TABLE delivery ADD CONSTRAINT delivery_carries_one
    CHECK (num_nonnulls(alert_id, letter_id, verification_id, returned_id) = 1);
ALTER TABLE delivery ADD CONSTRAINT delivery_returned_once UNIQUE (returned_id, channel);
CREATE INDEX delivery_returned_due ON delivery (next_attempt_at)
    WHERE next_attempt_at IS NOT NULL AND returned_id IS NOT NULL;
