-- What other registers call an agreement, and when an import took it over from older records.
ALTER TABLE agreement
    ADD external_identifiers jsonb     NOT NULL DEFAULT '[]',
    ADD external_names       varchar[] NOT NULL DEFAULT '{}',
    ADD imported_at          timestamptz;
CREATE INDEX agreement_by_external_name ON agreement USING gin (external_names);

-- By which organizations two agreements can be the same.
CREATE FUNCTION organizations_of(parties jsonb) RETURNS uuid[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT array_agg(DISTINCT (party ->> 'organizationId')::uuid ORDER BY (party ->> 'organizationId')::uuid)
        FROM jsonb_array_elements(parties) AS party);
CREATE INDEX agreement_by_organizations ON agreement (organizations_of(parties), signed_sort);

-- How much two texts have in common, from 0 to 1. Trigrams know letters as the locale of the database does, and with the
-- plain one, which is the usual, those of ASCII alone; other scripts are compared by pairs of characters.
CREATE FUNCTION pairs_of(words text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT DISTINCT substr(lower(words), i, 2) FROM generate_series(1, length(words) - 1) AS i;
END;
CREATE FUNCTION likeness(one text, other text) RETURNS real LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE
    WHEN octet_length(one) = length(one) AND octet_length(other) = length(other) THEN similarity(one, other)
    ELSE (SELECT coalesce(
              (count(*) FILTER (WHERE ours.pair = theirs.pair))::real / nullif(count(*), 0), (one = other)::integer)
          FROM pairs_of(one) AS ours (pair) FULL JOIN pairs_of(other) AS theirs (pair) ON ours.pair = theirs.pair)
    END;

-- 0.6: a word more or less in a usual title, but not another field of cooperation.
CREATE FUNCTION titles_alike(one jsonb, other jsonb) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
RETURN EXISTS (
    SELECT FROM jsonb_each_text(one) AS a CROSS JOIN jsonb_each_text(other) AS b
    WHERE likeness(a.value, b.value) >= 0.6);

-- A file that is taken over: first checked, then, when somebody says so, imported; both in the background.
CREATE TABLE agreement_import (
    id               uuid PRIMARY KEY,
    version          bigint      NOT NULL,
    name             text,
    format           text        NOT NULL,
    size             bigint      NOT NULL,
    sha256           text        NOT NULL,
    place            oid, -- of the file, until it is checked
    on_duplicate     text        NOT NULL,
    state            text        NOT NULL,
    problem          text,
    problem_line     integer,
    lines_read       integer     NOT NULL,
    fit              integer     NOT NULL,
    duplicates       integer     NOT NULL,
    errors           integer     NOT NULL,
    imported         integer     NOT NULL,
    skipped          integer     NOT NULL,
    failed           integer     NOT NULL,
    last_line        integer     NOT NULL, -- up to which it is imported
    leaves_errors_out boolean    NOT NULL,
    created_at       timestamptz NOT NULL,
    created_by       text        NOT NULL,
    checked_at       timestamptz,
    execution_began_at timestamptz,
    execution_began_by text,
    ended_at         timestamptz,
    ended_by         text,
    -- By the database's clock: whose turn it is among several.
    worked_at        timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX agreement_import_to_do ON agreement_import (worked_at, id) WHERE state IN ('CHECKING', 'IMPORTING');
REVOKE DELETE ON agreement_import FROM ${service_role};

CREATE TABLE import_line (
    import_id         uuid      NOT NULL REFERENCES agreement_import,
    line              integer   NOT NULL,
    outcome           text      NOT NULL,
    reference         text,
    violations        jsonb     NOT NULL,
    duplicate_of      uuid,
    duplicate_line    integer,
    duplicate_because text,
    agreement_id      uuid,
    -- The registration, until it is imported; and by what it is compared with others.
    form              jsonb,
    external_names    varchar[] NOT NULL,
    organizations     uuid[]    NOT NULL,
    day               date      NOT NULL,
    title             jsonb     NOT NULL,
    PRIMARY KEY (import_id, line)
);
CREATE INDEX import_line_by_outcome ON import_line (import_id, outcome, line);
CREATE INDEX import_line_by_reference ON import_line (reference, line);
CREATE INDEX import_line_by_organizations ON import_line (organizations, day);
CREATE INDEX import_line_by_external_name ON import_line USING gin (external_names) WHERE external_names <> '{}';
REVOKE DELETE ON import_line FROM ${service_role};
