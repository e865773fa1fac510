-- The agreements that a group is for: by the clocks of their parties its people live.
ALTER TABLE working_group ADD COLUMN agreements uuid[] NOT NULL DEFAULT '{}';

-- Meetings as their owner tells them.
CREATE TABLE meeting (
    id               uuid PRIMARY KEY,
    working_group_id uuid  NOT NULL,
    state            jsonb NOT NULL
);
CREATE INDEX meeting_working_group ON meeting (working_group_id);

-- One person and one meeting: whether he is invited, what has reached him, and what he answered.
CREATE TABLE invitation (
    id                   uuid PRIMARY KEY,
    meeting_id           uuid        NOT NULL,
    person_id            uuid        NOT NULL,
    party                text,
    side                 text,
    invited_as           text        NOT NULL,
    invited              boolean     NOT NULL,
    since                timestamptz NOT NULL,
    sequence             integer     NOT NULL DEFAULT 0, -- of the invitation that was delivered last
    delivered_at         timestamptz,
    answer               text        NOT NULL DEFAULT 'NEEDS_ACTION',
    answered_at          timestamptz,
    replied_at           timestamptz, -- by the clock of his calendar program: which of his replies is the latest
    minutes_round        integer     NOT NULL DEFAULT 0, -- of the mail that was delivered last
    minutes_delivered_at timestamptz,
    UNIQUE (meeting_id, person_id)
);
CREATE INDEX invitation_person ON invitation (person_id);
CREATE INDEX invitation_newest ON invitation (since DESC, id DESC);

-- What was written to him about it: an invitation or its change, its withdrawal, or that minutes were circulated.
CREATE TABLE letter (
    id               uuid PRIMARY KEY,
    invitation_id    uuid        NOT NULL REFERENCES invitation,
    number           integer     NOT NULL,
    kind             text        NOT NULL,
    sequence         integer     NOT NULL, -- SEQUENCE of RFC 5545, or the round of the minutes
    meeting_sequence integer     NOT NULL, -- what the meeting said it was
    fingerprint      text        NOT NULL, -- of what is told
    written_at       timestamptz NOT NULL,
    expires_at       timestamptz, -- domain time from which it would be too late
    withdrawn        text,        -- why it is not to be sent any more
    content          jsonb       NOT NULL, -- what was true when it was written
    UNIQUE (invitation_id, number)
);
-- Of what stands in his calendar, and of the minutes, one letter alone is true.
CREATE UNIQUE INDEX letter_standing ON letter (invitation_id, (kind = 'MINUTES')) WHERE withdrawn IS NULL;
-- What was written stays as it was written.
REVOKE UPDATE, DELETE ON letter FROM ${service_role};
GRANT UPDATE (withdrawn) ON letter TO ${service_role};

-- A message carries an alert or a letter.
ALTER TABLE delivery ALTER COLUMN alert_id DROP NOT NULL;
ALTER TABLE delivery ADD COLUMN letter_id uuid REFERENCES letter;
ALTER TABLE delivery ADD CONSTRAINT delivery_carries_one CHECK (num_nonnulls(alert_id, letter_id) = 1);
ALTER TABLE delivery ADD CONSTRAINT delivery_letter_once UNIQUE (letter_id, channel);
CREATE INDEX delivery_letter_due ON delivery (next_attempt_at) WHERE next_attempt_at IS NOT NULL AND letter_id IS NOT NULL;

-- How far the mailbox of replies has been read.
CREATE TABLE replies_read (
    mailbox      text PRIMARY KEY,
    uid_validity bigint NOT NULL,
    last_uid     bigint NOT NULL
);
