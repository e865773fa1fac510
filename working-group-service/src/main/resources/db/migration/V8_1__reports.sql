-- What groups have reported, as it was known then. Nothing here is ever changed or removed.
CREATE TABLE group_report (
    id               uuid PRIMARY KEY,
    working_group_id uuid        NOT NULL,
    year             integer     NOT NULL,
    serial           integer     NOT NULL,
    agreement_id     uuid,
    from_day         date        NOT NULL,
    to_day           date        NOT NULL,
    -- Which report that the terms of reference ask for it is; null when none.
    duty             integer,
    written_at       timestamptz NOT NULL,
    written_by       text        NOT NULL,
    content          jsonb       NOT NULL,
    CONSTRAINT group_report_number UNIQUE (working_group_id, year, serial),
    CONSTRAINT group_report_duty UNIQUE (working_group_id, duty)
);
CREATE INDEX group_report_by_group ON group_report (working_group_id, id);
REVOKE UPDATE, DELETE ON group_report FROM ${service_role};
