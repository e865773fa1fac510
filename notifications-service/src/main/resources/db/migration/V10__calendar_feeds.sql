-- Calendars that programs read again and again, each under an address that is known to its owner alone: of that only a
-- hash is kept.
CREATE TABLE calendar_feed (
    id               uuid PRIMARY KEY,
    person_id        uuid,
    working_group_id uuid,
    token_hash       bytea       NOT NULL UNIQUE,
    created_at       timestamptz NOT NULL,
    created_by       text        NOT NULL,
    ended_at         timestamptz,
    ended_by         text,
    CHECK (num_nonnulls(person_id, working_group_id) = 1),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX calendar_feed_person ON calendar_feed (person_id, id);
CREATE INDEX calendar_feed_working_group ON calendar_feed (working_group_id, id);
REVOKE UPDATE, DELETE ON calendar_feed FROM ${service_role};
GRANT UPDATE (ended_at, ended_by) ON calendar_feed TO ${service_role};
