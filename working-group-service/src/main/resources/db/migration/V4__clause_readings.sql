-- What the reader made of clauses. Neither a reading nor what somebody confirmed of it is ever changed or removed.
CREATE TABLE clause_reading (
    id             uuid PRIMARY KEY,
    text           text        NOT NULL,
    language       text        NOT NULL,
    outcome        text        NOT NULL,
    proposals      jsonb       NOT NULL,
    not_understood jsonb       NOT NULL,
    remarks        jsonb       NOT NULL,
    read_at        timestamptz NOT NULL,
    read_by        text        NOT NULL
);
REVOKE UPDATE, DELETE ON clause_reading FROM ${service_role};

-- Each proposal of a reading is confirmed once, whoever comes first.
CREATE TABLE clause_confirmation (
    reading_id   uuid        NOT NULL REFERENCES clause_reading,
    proposal     integer     NOT NULL,
    rule         jsonb       NOT NULL,
    clause       text,
    confirmed_at timestamptz NOT NULL,
    confirmed_by text        NOT NULL,
    PRIMARY KEY (reading_id, proposal)
);
REVOKE UPDATE, DELETE ON clause_confirmation FROM ${service_role};
