-- Who published a revision and why; what it says has a source, office hours and working days that can be estimated.
ALTER TABLE calendar
    ADD COLUMN published_by text NOT NULL DEFAULT 'system',
    ADD COLUMN reason       text NOT NULL DEFAULT 'known to a new installation';
ALTER TABLE calendar
    ALTER COLUMN published_by DROP DEFAULT,
    ALTER COLUMN reason DROP DEFAULT;
UPDATE calendar SET content = content || jsonb_build_object(
    'workingDays', (SELECT coalesce(jsonb_agg(jsonb_build_object('date', day, 'name', '', 'estimated', false)), '[]')
                    FROM jsonb_array_elements(content -> 'workingDays') AS day),
    'officeHours', '[]'::jsonb,
    'source', jsonb_build_object('title', 'snapshot that came with the software, not a gazette',
                                 'uri', null, 'publishedOn', null),
    'note', null);

-- The next revision of a calendar while somebody works on it.
CREATE TABLE calendar_draft (
    authority  text PRIMARY KEY,
    version    bigint      NOT NULL,
    -- The revision that it began with; 0 when the authority is new.
    based_on   integer     NOT NULL,
    content    jsonb       NOT NULL,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL
);

-- Of which days a calendar was asked: a revision that changes none of them cannot move the deadline.
ALTER TABLE deadline ADD COLUMN counted_from date, ADD COLUMN counted_to date;
UPDATE deadline SET counted_from = '0001-01-01', counted_to = '9999-12-31'
WHERE certainty <> 'PENDING' AND rule ? 'calendars';

-- Which deadlines name an authority. All that a revision can touch: open, and not moved to a day by agreement.
CREATE INDEX deadline_by_authority ON deadline USING gin ((rule #> '{calendars,authorities}') jsonb_path_ops)
    WHERE status IN ('ACTIVE', 'AWAITING_ANCHOR') AND extended_to IS NULL;
-- Which deadlines were computed with older time-zone data.
CREATE INDEX deadline_by_tzdb ON deadline (tzdb, due_at) WHERE status = 'ACTIVE';

-- Work that follows from a revision of a calendar or from newer time-zone data, and how far it has come.
CREATE TABLE recomputation (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    authority   text,
    revision    integer,
    tzdb        text,
    who         text    NOT NULL,
    correlation uuid    NOT NULL,
    causation   uuid,
    -- How many deadlines it can touch; not known before they are looked for.
    total       integer,
    done        integer NOT NULL DEFAULT 0,
    moved       integer NOT NULL DEFAULT 0,
    changed     integer NOT NULL DEFAULT 0,
    finished_at timestamptz,
    CONSTRAINT recomputation_of_revision UNIQUE (authority, revision),
    CHECK (num_nonnulls(authority, tzdb) = 1 AND num_nulls(authority, revision) IN (0, 2))
);
CREATE INDEX recomputation_to_do ON recomputation (id) WHERE finished_at IS NULL;
-- Replicas that start together begin it once.
CREATE UNIQUE INDEX recomputation_of_tzdb ON recomputation (tzdb) WHERE finished_at IS NULL;

-- What is still to be recomputed; a row goes in the transaction that has done it.
CREATE TABLE recomputation_deadline (
    recomputation bigint NOT NULL REFERENCES recomputation,
    deadline_id   uuid   NOT NULL,
    PRIMARY KEY (recomputation, deadline_id)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
