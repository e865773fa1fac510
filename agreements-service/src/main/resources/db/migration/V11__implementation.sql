-- What this service has heard of the deadlines of agreements, each state with the time for which it stood.
CREATE TABLE known_deadline (
    id               uuid        NOT NULL,
    version          bigint      NOT NULL,
    since            timestamptz NOT NULL,
    until            timestamptz,
    agreement_id     uuid        NOT NULL,
    working_group_id uuid,
    commitment_id    uuid,
    kind             text        NOT NULL,
    title            text        NOT NULL,
    status           text        NOT NULL,
    last_day         date,
    due_at           timestamptz,
    met_on           date,
    PRIMARY KEY (id, version)
);
CREATE UNIQUE INDEX known_deadline_now ON known_deadline (id) WHERE until IS NULL;
CREATE INDEX known_deadline_by_agreement ON known_deadline (agreement_id, since);

-- The same of working groups.
CREATE TABLE known_working_group (
    id             uuid        NOT NULL,
    version        bigint      NOT NULL,
    since          timestamptz NOT NULL,
    until          timestamptz,
    agreements     uuid[]      NOT NULL,
    name           text        NOT NULL,
    status         text        NOT NULL,
    established_on date,
    missing        jsonb       NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE UNIQUE INDEX known_working_group_now ON known_working_group (id) WHERE until IS NULL;
CREATE INDEX known_working_group_by_agreement ON known_working_group USING gin (agreements);
