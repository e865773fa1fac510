-- What is promised in numbers, and what is said about it: who reports a commitment fulfilled, who confirms or disputes that.
ALTER TABLE commitment
    ADD target     jsonb,
    ADD weight     numeric NOT NULL DEFAULT 1,
    ADD depends_on jsonb   NOT NULL DEFAULT '[]',
    ADD review     jsonb   NOT NULL DEFAULT '{"positions": [], "byDeadline": false, "deadlineMet": false, "reports": 0}';
-- Until now nothing but a deadline that was met could say that one is fulfilled.
UPDATE commitment SET review = '{"positions": [], "byDeadline": true, "deadlineMet": true, "reports": 0}'
WHERE progress = 'REPORTED_FULFILLED';
CREATE INDEX commitment_by_status ON commitment (status, id);
CREATE INDEX commitment_by_kind ON commitment (kind, id);

-- What was said and decided about commitments, in the order of recording. Nothing here is ever changed or removed.
CREATE TABLE commitment_entry (
    id            uuid PRIMARY KEY,
    commitment_id uuid        NOT NULL REFERENCES commitment,
    kind          text        NOT NULL,
    party         text,
    side          text,
    said_on       date,
    text          text,
    value         numeric,
    evidence      jsonb       NOT NULL,
    on_behalf     jsonb,
    words         jsonb       NOT NULL,
    status_before text        NOT NULL,
    status_after  text        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    recorded_by   text        NOT NULL
);
CREATE INDEX commitment_entry_by_commitment ON commitment_entry (commitment_id, id);
REVOKE UPDATE, DELETE ON commitment_entry FROM ${service_role};
