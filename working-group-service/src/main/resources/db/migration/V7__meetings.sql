-- Meetings of groups: planned, convened, held, and their minutes.
CREATE TABLE meeting (
    id               uuid PRIMARY KEY,
    version          bigint      NOT NULL,
    working_group_id uuid        NOT NULL REFERENCES working_group,
    -- Ordinary meetings are counted; the others are not.
    number           integer,
    kind             text        NOT NULL,
    title            text        NOT NULL,
    status           text        NOT NULL,
    starts_at        timestamptz,
    ends_at          timestamptz,
    -- The day in the meeting's own zone, by which people look for it.
    starts_on        date,
    zone             text        NOT NULL,
    place            text,
    online           text,
    host             text        NOT NULL,
    -- SEQUENCE of RFC 5545: rises when what people have in their calendars changes.
    sequence         integer     NOT NULL,
    -- Never read without their meeting, and few: lists in it, not tables.
    agenda           jsonb       NOT NULL,
    invitees         jsonb       NOT NULL,
    attendance       jsonb       NOT NULL,
    quorum           jsonb,
    minutes          jsonb,
    convened_at      timestamptz,
    short_notice     text,
    started_at       timestamptz,
    ended_at         timestamptz,
    held_on          date,
    -- When the silence of the sides has to be looked at; null when it was, or need not be.
    silence_ends_at  timestamptz,
    because          text,
    changed_at       timestamptz NOT NULL,
    -- The order of lists: what has no instant comes last.
    starts_order     timestamptz NOT NULL
        GENERATED ALWAYS AS (coalesce(starts_at, '9999-12-31 23:59:59+00'::timestamptz)) STORED
);
CREATE INDEX meeting_order ON meeting (starts_order, id);
CREATE INDEX meeting_by_group ON meeting (working_group_id, starts_order, id);
CREATE INDEX meeting_by_status ON meeting (status, starts_order, id);
-- Of two that are planned at once one gets the number.
CREATE UNIQUE INDEX meeting_number ON meeting (working_group_id, number)
    WHERE number IS NOT NULL AND status NOT IN ('CANCELLED', 'VOIDED');
-- All that the engine looks at: what is later costs it nothing.
CREATE INDEX meeting_silence ON meeting (silence_ends_at, id) WHERE silence_ends_at IS NOT NULL;

-- Who did what, when and why, and what the meeting was afterwards. Nothing here is ever changed or removed.
CREATE TABLE meeting_change (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    meeting_id uuid        NOT NULL,
    event      text        NOT NULL,
    at         timestamptz NOT NULL,
    cause      text        NOT NULL,
    who        text        NOT NULL,
    state      jsonb       NOT NULL
);
CREATE INDEX meeting_change_of ON meeting_change (meeting_id, id);
REVOKE UPDATE, DELETE ON meeting_change FROM ${service_role};
